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

    public IEnumerable<Finding> Check() => [.. Once(Texts().SelectMany(Of)), .. FirstPage(), .. Once(RowEnds())];

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
        var fonts = glyphs.Where(glyph => glyph.IsCharacter).GroupBy(glyph => glyph.Font).MaxBy(group => group.Count());
        return fonts is not null && FontFamilies.RoleOf(fonts.Key) is { } role && role != wanted && !IsFallback(fonts.Key) ? FontFamilies.Plain(fonts.Key) : null;
    }

    // A face for rare characters isn't the paragraph's family.
    private static bool IsFallback(string font) => font.Contains("NotoSerif", StringComparison.OrdinalIgnoreCase) && !font.Contains("Bold", StringComparison.OrdinalIgnoreCase);

    // What continues after a picture or a table is no new paragraph.
    private bool IsParagraphStart(PdfParagraph paragraph)
    {
        var before = file.Paragraphs.TakeWhile(other => other != paragraph).LastOrDefault();
        return before is null || before.Text.Length > 0 && before.Text[^1] is '。' or '：' or '；' or '！' || before.Role is FileRole.Recipients or FileRole.Title;
    }

    private IEnumerable<Finding> FirstPage()
    {
        var first = file.Sheets[0];
        if (file.Sheets.Count > 1 && file.Of(FileRole.Title).FirstOrDefault() is { First.Page: 1 } title && !file.Paragraphs.Any(paragraph => paragraph.Role is FileRole.Body or FileRole.None && paragraph.First.Page == 1 && paragraph.First.Baseline > title.Last.Baseline))
            yield return Broken("G-45", "首页没有正文。", "无正文", "首页必须显示正文") with { Page = first.Number };
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
