using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordTextRules;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-09, G-10, G-45 to G-47 and G-90: size, family, colour, indents and row ends of the running text.</summary>
internal sealed class PdfTextRules(PdfFile file)
{
    private const double SizeTolerance = 0.5;
    private const int FewestInFamily = 4;

    private readonly Dictionary<PdfParagraph, PdfParagraph> _before = new(file.Paragraphs.Zip(file.Paragraphs.Skip(1)).Select(pair => KeyValuePair.Create(pair.Second, pair.First)), ReferenceEqualityComparer.Instance);

    public IEnumerable<Finding> Check() => [.. Once(Texts().SelectMany(Of)), .. Once(Elements()), .. FirstPage(), .. Once(RowEnds()), .. Once(Parted())];

    private IEnumerable<PdfParagraph> Texts() => file.Paragraphs.Where(paragraph => paragraph.Role is FileRole.Body or FileRole.AnnexBody && !paragraph.IsInTable && file.SheetOf(paragraph.First) is { IsTurned: false, IsLandscape: false });

    private IEnumerable<Finding> Of(PdfParagraph paragraph)
    {
        if (Math.Abs(paragraph.Size - Typesetting.Millimetres.SizeThree) > SizeTolerance)
            yield return At(Broken("G-09", "正文字号不是3号。", Points(Math.Round(paragraph.Size, 1)), "3号（16磅）"), paragraph.First);
        var level = BodyReader.LevelOf(paragraph.Text);
        var stop = paragraph.Text.IndexOf('。', StringComparison.Ordinal);
        var headingEnd = level == HeadingLevel.None ? 0 : stop < 0 ? int.MaxValue : stop + 1;
        foreach (var (row, glyphs, isHeading) in Pieces(paragraph, headingEnd))
        {
            var role = isHeading ? level switch { HeadingLevel.First => FontRole.Hei, HeadingLevel.Second => FontRole.Kai, _ => FontRole.FangSong } : FontRole.FangSong;
            if (WrongFamilyIn(glyphs, role) is { } family)
                yield return At(Broken(isHeading ? "G-47" : "G-09", isHeading ? $"层次标题字体不是{NameOf(role)}。" : "正文字体不是仿宋体。", family, NameOf(role)), row);
            if (glyphs.Any(glyph => glyph is { IsBlack: false, IsFullWidth: true }))
                yield return At(Broken("G-10", "正文不是黑色。", glyphs.First(glyph => glyph is { IsBlack: false, IsFullWidth: true }).Colour.ToString("X6", System.Globalization.CultureInfo.InvariantCulture), "黑色"), row);
        }

        if (!paragraph.IsCentred && paragraph.Text.Length > 1 && Math.Abs(paragraph.First.Left - file.TextLeft - 2 * LayoutProfile.CellWidth) > 1.2 && IsParagraphStart(paragraph))
            yield return At(Broken("G-46", "自然段没有左空二字。", Millimetres(paragraph.First.Left - file.TextLeft), "2字（11.1 mm）"), paragraph.First);
        if (IsLooseWrap(paragraph))
            yield return At(Broken("G-46", "回行没有顶格。", Millimetres(paragraph.First.Left - file.TextLeft), "0.0 mm"), paragraph.First);
    }

    // Elements without a size and family of their own are set as the text is.
    private IEnumerable<Finding> Elements()
    {
        foreach (var (role, name) in new[] { (FileRole.AnnexList, "附件说明"), (FileRole.Signatory, "发文机关署名"), (FileRole.Date, "成文日期"), (FileRole.Note, "附注"), (FileRole.Recipients, "主送机关") })
        {
            foreach (var paragraph in file.Of(role).Where(paragraph => !paragraph.IsInTable && file.SheetOf(paragraph.First) is { IsTurned: false, IsLandscape: false }))
            {
                if (role != FileRole.Recipients && Math.Abs(paragraph.Size - Typesetting.Millimetres.SizeThree) > SizeTolerance)
                    yield return At(Broken("G-09", $"{name}的字号不是3号。", Points(Math.Round(paragraph.Size, 1)), "3号（16磅）"), paragraph.First);
                if (WrongFamilyIn(paragraph.First.Glyphs, FontRole.FangSong) is { } family)
                    yield return At(Broken("G-09", $"{name}的字体不是仿宋体。", family, "仿宋体"), paragraph.First);
                if (paragraph.First.Glyphs.FirstOrDefault(glyph => glyph is { IsBlack: false, IsFullWidth: true }) is { Text: not null } coloured)
                    yield return At(Broken("G-10", $"{name}不是黑色。", coloured.Colour.ToString("X6", System.Globalization.CultureInfo.InvariantCulture), "黑色"), paragraph.First);
            }
        }
    }

    // A row of its own in the middle of a sentence, directly below a full one, that starts neither flush nor as a paragraph does.
    private bool IsLooseWrap(PdfParagraph paragraph)
    {
        var row = paragraph.First;
        return _before.GetValueOrDefault(paragraph) is { IsInTable: false } before && before.Role == paragraph.Role && before.Last.Page == row.Page && row.Baseline - before.Last.Baseline < 12
            && before.First.Left < file.TextLeft + 2.5 * LayoutProfile.CellWidth && before.Last.Right > file.TextRight - row.Em && char.IsLetter(before.Text[^1]) && !paragraph.IsCentred && row.Left > file.TextLeft + 2 && BodyReader.LevelOf(paragraph.Text) == HeadingLevel.None;
    }

    // A paragraph's rows parted where its heading ends, each row once for each of the parts that it holds.
    private static IEnumerable<(PdfRow Row, List<PdfGlyph> Glyphs, bool IsHeading)> Pieces(PdfParagraph paragraph, int headingEnd)
    {
        var at = 0;
        foreach (var row in paragraph.Lines)
        {
            List<PdfGlyph> heading = [], text = [];
            foreach (var glyph in row.Glyphs)
            {
                (at < headingEnd ? heading : text).Add(glyph);
                at += glyph.Text.Length;
            }

            if (heading.Count > 0)
                yield return (row, heading, true);
            if (text.Count > 0)
                yield return (row, text, false);
        }
    }

    /// <summary>The family that most characters are in when it is a known one and not the wanted.</summary>
    public static string? WrongFamilyIn(IEnumerable<PdfGlyph> glyphs, FontRole wanted)
    {
        var characters = glyphs.Where(glyph => glyph.IsCharacter).ToList();
        var fonts = characters.GroupBy(glyph => glyph.Font).MaxBy(group => group.Count());
        return fonts is not null && FontFamilies.RoleOf(fonts.Key) is { } role && role != wanted && (!IsFallback(fonts.Key) || fonts.Count() >= FewestInFamily && fonts.Count() * 2 > characters.Count) ? FontFamilies.Plain(fonts.Key) : null;
    }

    // Of a few rare characters, or of half a row of them, a face for such isn't the paragraph's family.
    private static bool IsFallback(string font) => font.Contains("NotoSerif", StringComparison.OrdinalIgnoreCase) && !font.Contains("Bold", StringComparison.OrdinalIgnoreCase);

    // What continues after a picture or a table is no new paragraph.
    private bool IsParagraphStart(PdfParagraph paragraph)
    {
        var before = _before.GetValueOrDefault(paragraph);
        return before is null || before.Text.Length > 0 && before.Text[^1] is '。' or '：' or '；' or '！' || before.Role is FileRole.Recipients or FileRole.Title;
    }

    private IEnumerable<Finding> FirstPage()
    {
        var first = file.Sheets[0];
        if (file.Sheets.Count > 1 && file.Of(FileRole.Title).FirstOrDefault() is { First.Page: 1 } title && !file.Paragraphs.Any(paragraph => paragraph.Role is FileRole.Body or FileRole.None && paragraph.First.Page == 1 && paragraph.First.Baseline > title.Last.Baseline))
            yield return Broken("G-45", "首页没有正文。", "无正文", "首页必须显示正文") with { Page = first.Number };
    }

    // Doubled marks and numbers stay whole.
    private IEnumerable<Finding> Parted()
    {
        foreach (var (above, row) in Texts().SelectMany(paragraph => paragraph.Lines.Zip(paragraph.Lines.Skip(1))))
        {
            var (end, start) = (above.Text[^1], row.Text[0]);
            if (end == start && end is '—' or '…')
                yield return At(Broken("G-91", end == '—' ? "破折号断开在两行。" : "省略号断开在两行。", $"{end}｜{start}", $"{end}{start}"), row);
            else if (char.IsAsciiDigit(end) && char.IsAsciiDigit(start))
                yield return At(Broken("G-92", "一个数字拆到了两行。", $"{DigitsAt(above.Text)}｜{string.Concat(row.Text.TakeWhile(char.IsAsciiDigit))}", "不拆开"), row);
        }

        static string DigitsAt(string text) => text[(text.Length - text.Reverse().TakeWhile(char.IsAsciiDigit).Count())..];
    }

    private IEnumerable<Finding> RowEnds()
    {
        foreach (var paragraph in Texts())
        {
            foreach (var row in paragraph.Lines.Skip(1).Where(row => BreakRules.NeverAtRowStart.Contains(row.Text[0], StringComparison.Ordinal) && row.Text[0] >= 0x2000))
                yield return At(Broken("G-90", $"行首出现“{row.Text[0]}”。", row.Text[..1], "不在行首") with { Text = row.Text[..Math.Min(10, row.Text.Length)] }, row);
            foreach (var row in paragraph.Lines.SkipLast(1).Where(row => BreakRules.NeverAtRowEnd.Contains(row.Text[^1], StringComparison.Ordinal) && row.Text[^1] >= 0x2000))
                yield return At(Broken("G-90", $"行尾出现“{row.Text[^1]}”。", row.Text[^1..], "不在行尾") with { Text = row.Text[^Math.Min(10, row.Text.Length)..] }, row);
        }
    }
}
