using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-01 to G-08: sheet, type area, rows and characters, measured on full pages of running text.</summary>
internal sealed class PdfPageRules(PdfFile file)
{
    private const double MarginTolerance = 1;
    private const double SheetTolerance = 2;
    private const int FewestRows = 3;

    // Of the classic margins the first row's white above its glyphs counts to the type area.
    private const double LowestFirstRow = LayoutProfile.Top + 4.4;
    private const double HighestLastRow = LayoutProfile.Bottom - 4.4;

    public IEnumerable<Finding> Check() => [.. Sheets(), .. Fonts(), .. Margins(), .. FullPages(), .. Pitch(), .. Once(Spacing())];

    private IEnumerable<Finding> Sheets() => Once(file.Sheets
        .Select(sheet => (sheet, Narrow: Math.Min(sheet.Width, sheet.Height), Tall: Math.Max(sheet.Width, sheet.Height)))
        .Where(sheet => Math.Abs(sheet.Narrow - LayoutProfile.PageWidth) > SheetTolerance || Math.Abs(sheet.Tall - LayoutProfile.PageHeight) > SheetTolerance)
        .Select(sheet => Broken("G-01", "纸张不是 A4。", $"{Millimetres(sheet.Narrow)}×{Millimetres(sheet.Tall)}", "210 mm×297 mm") with { Page = sheet.sheet.Number }));

    private IEnumerable<Finding> Fonts() => file.Sheets.SelectMany(sheet => sheet.LooseFonts.Select(font => (font, sheet.Number))).DistinctBy(item => item.font)
        .Select(item => Broken("G-13", $"字体“{FontFamilies.Plain(item.font)}”没有嵌入文件，换一台机器会显示成别的字体。", "未嵌入", "嵌入所用字体") with { Page = item.Number });

    /// <summary>Rows of running text that the next row of their paragraph follows.</summary>
    private IEnumerable<PdfRow> FullRows() => file.Paragraphs.Where(IsText).SelectMany(paragraph => paragraph.Lines.SkipLast(1)).Where(IsUpright);

    private bool IsUpright(PdfRow row) => file.SheetOf(row) is { IsTurned: false, IsLandscape: false };

    private static bool IsText(PdfParagraph paragraph) => paragraph.Role is FileRole.Body or FileRole.AnnexBody && !paragraph.IsInTable;

    private IEnumerable<Finding> Margins()
    {
        var flush = file.Paragraphs.Where(IsText).SelectMany(paragraph => paragraph.Lines.Skip(1)).Where(IsUpright).ToList();
        if (flush.Count > 0 && Median(flush.Select(row => row.Left)) is var left && Math.Abs(left - LayoutProfile.Left) > MarginTolerance)
            yield return At(Broken("G-03", "订口（左白边）不合规定。", Millimetres(left), "28 mm±1 mm"), flush[0]);
        var full = FullRows().ToList();
        if (flush.Count == 0 || full.Count < FewestRows)
            yield break;
        var width = Median(full.Select(row => row.Right)) - Median(flush.Select(row => row.Left));
        // A full stop that hangs outside makes its row seem wider.
        if (width < LayoutProfile.TypeAreaWidth - MarginTolerance - 0.5 || width > LayoutProfile.TypeAreaWidth + MarginTolerance + 0.5)
            yield return At(Broken("G-04", "版心宽度不合规定。", Millimetres(width), "156 mm±1 mm"), full[0]);
        var pitches = full.SelectMany(CharacterPitches).ToList();
        if (pitches.Count < 20)
            yield break;
        var characters = (int)Math.Round(width / Median(pitches));
        if (characters != LayoutProfile.CharactersPerLine)
            yield return At(Broken("G-07", "每行字数不合规定。", $"每行{characters}字（字距{Median(pitches).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} mm）", "每行28字（字距5.57 mm）"), full[0]);
    }

    private static IEnumerable<double> CharacterPitches(PdfRow row) => row.Glyphs.Zip(row.Glyphs.Skip(1))
        .Where(pair => pair.First.IsCharacter && pair.Second.IsCharacter).Select(pair => pair.Second.Left - pair.First.Left);

    // A page whose last row goes on on the next page is full; its first row shows the top where the page before went on, too.
    private IEnumerable<Finding> FullPages()
    {
        var rows = file.Paragraphs.Where(IsText).SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Lines.Skip(1))).Where(pair => pair.First.Page != pair.Second.Page && IsUpright(pair.First) && IsUpright(pair.Second)).ToList();
        var starts = rows.Select(pair => pair.Second).ToList();
        if (starts.FirstOrDefault(row => row.Top < LayoutProfile.Top - MarginTolerance || row.Top > LowestFirstRow) is { } first)
            yield return At(Broken("G-02", "天头（上白边）不合规定。", Millimetres(first.Top), "37 mm±1 mm"), first);
        var full = rows.Select(pair => pair.First).Where(last => starts.Any(start => start.Page == last.Page)).ToList();
        foreach (var last in full.Take(1))
        {
            var sheet = file.SheetOf(last);
            var firstRow = starts.First(start => start.Page == last.Page);
            var height = last.Bottom - firstRow.Top;
            // Rows may have gone over with name and date, so that these share a page with text.
            if (last.Bottom < HighestLastRow - 8 && file.Of(FileRole.Date).Any(date => date.First.Page == last.Page + 1))
                continue;
            if (height > LayoutProfile.Bottom - LayoutProfile.Top + 2 || last.Bottom > LayoutProfile.Bottom + 2 || last.Bottom < HighestLastRow - 8)
                yield return At(Broken("G-05", "版心高度不合规定。", $"{Millimetres(height)}（{Millimetres(firstRow.Top)}至{Millimetres(last.Bottom)}）", "225 mm±2 mm（37 mm至262 mm）"), last);
            if (sheet.Rows.Any(row => row.IsInTable) || sheet.Pictures.Count > 0)
                continue;
            var count = sheet.Rows.Count(row => row.Baseline >= firstRow.Baseline - 1 && row.Baseline <= last.Baseline + 1);
            if (count != LayoutProfile.LinesPerPage)
                yield return At(Broken("G-06", "每面行数不合规定。", $"每面{count}行", "每面22行"), last);
        }
    }

    private IEnumerable<Finding> Pitch()
    {
        var pairs = file.Paragraphs.Where(IsText).SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Lines.Skip(1))).Where(pair => pair.First.Page == pair.Second.Page && IsUpright(pair.First)).ToList();
        if (pairs.Count < FewestRows)
            yield break;
        var pitch = Median(pairs.Select(pair => pair.Second.Baseline - pair.First.Baseline));
        if (pitch is < 9.86 or > 10.48)
            yield return At(Broken("G-08", "行距不合规定。", $"{Millimetres(pitch)}（{Points(pitch / Typesetting.Millimetres.PerPoint)}）", "10.2 mm至10.45 mm（28.95至29.6磅）"), pairs[0].First);
        else if (pitch < 10.18)
            yield return At(Broken("G-08", "行距偏小，22行没有撑满版心。", $"{Millimetres(pitch)}（{Points(pitch / Typesetting.Millimetres.PerPoint)}）", "10.2 mm至10.45 mm（28.95至29.6磅）", RuleStrength.Practice), pairs[0].First);
    }

    // Between two paragraphs the rows stand no farther apart than in them; a whole empty row may be meant.
    private IEnumerable<Finding> Spacing()
    {
        var pairs = file.Paragraphs.Where(IsText).SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Lines.Skip(1))).Where(pair => pair.First.Page == pair.Second.Page && IsUpright(pair.First)).ToList();
        if (pairs.Count < FewestRows)
            yield break;
        var pitch = Median(pairs.Select(pair => pair.Second.Baseline - pair.First.Baseline));
        foreach (var (above, below) in file.Paragraphs.Zip(file.Paragraphs.Skip(1)).Where(pair => IsText(pair.First) && IsText(pair.Second) && pair.First.Last.Page == pair.Second.First.Page && IsUpright(pair.Second.First)))
        {
            var extra = below.First.Baseline - above.Last.Baseline - pitch;
            if (extra > 1.2 && extra < pitch - 1.2 && !file.SheetOf(below.First).Pictures.Any(picture => picture.Top < below.First.Baseline && picture.Top + picture.Height > above.Last.Baseline))
                yield return At(Broken("G-12", "段与段之间加了间距。", Millimetres(extra), "0"), below.First);
        }
    }

    /// <summary>The finding at the row.</summary>
    public static Finding At(Finding finding, PdfRow row) => finding with { Page = row.Page, Line = row.Number, Text = finding.Text ?? (row.Text.Length <= 20 ? row.Text : row.Text[..20] + "…") };

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
