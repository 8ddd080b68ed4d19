using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-20 to G-23 and G-33, G-34: 份号, 密级, 紧急程度 and 签发人.</summary>
internal sealed class PdfMarkingRules(PdfFile file)
{
    private const double Cell = LayoutProfile.CellWidth;
    private const double SizeTolerance = 0.5;

    // Of the classic margins a row's white stands above its glyphs.
    private const double LowestFirstRow = LayoutProfile.Top + 4.4;

    public IEnumerable<Finding> Check() => [.. Markings(), .. Order(), .. Signers()];

    private PdfParagraph? First(FileRole role) => file.Of(role).FirstOrDefault(paragraph => paragraph.First.Page == 1);

    private IEnumerable<Finding> Markings()
    {
        foreach (var (role, rule) in new[] { (FileRole.CopyNumber, "G-20"), (FileRole.Classification, "G-22"), (FileRole.Urgency, "G-23") })
        {
            if (First(role) is not { } paragraph)
                continue;
            if (Math.Abs(paragraph.Size - Typesetting.Millimetres.SizeThree) > SizeTolerance)
                yield return At(Broken(rule, $"“{paragraph.Text}”字号不是3号。", Points(Math.Round(paragraph.Size, 1)), "3号（16磅）"), paragraph.First);
            if (role != FileRole.CopyNumber && WrongFamilyIn(paragraph.First.Glyphs, FontRole.Hei) is { } family)
                yield return At(Broken(rule, $"“{paragraph.Text}”字体不是黑体。", family, "黑体"), paragraph.First);
            if (Math.Abs(paragraph.First.Left - LayoutProfile.Left) > 1.2)
                yield return At(Broken(rule, $"“{paragraph.Text}”没有顶格。", $"距左页边{Millimetres(paragraph.First.Left)}", "距左页边28 mm"), paragraph.First);
        }
    }

    // Letters have them below their red rules.
    private IEnumerable<Finding> Order()
    {
        if (PdfLetterRules.IsLetter(file))
            yield break;
        var (copyNumber, classification, urgency) = (First(FileRole.CopyNumber)?.First, First(FileRole.Classification)?.First, First(FileRole.Urgency)?.First);
        if (copyNumber?.Top > LowestFirstRow)
            yield return At(Broken("G-20", "份号不在版心左上角第一行。", $"距上页边{Millimetres(copyNumber.Top)}", "第一行（距上页边37 mm）"), copyNumber);
        if (classification?.Top > LowestFirstRow + LayoutProfile.OneLine)
            yield return At(Broken("G-22", "密级和保密期限不在版心左上角第二行。", $"距上页边{Millimetres(classification.Top)}", "第二行（距上页边47.4 mm）"), classification);
        if (urgency is not null && new[] { copyNumber, classification }.FirstOrDefault(row => row?.Baseline > urgency.Baseline + 1) is not null)
            yield return At(Broken("G-23", "份号、密级、紧急程度没有自上而下排列。", "紧急程度在上", "份号、密级和保密期限、紧急程度"), urgency);
    }

    private IEnumerable<Finding> Signers()
    {
        var rows = file.Sheets[0].Rows.Where(row => file.Paragraphs.Any(paragraph => paragraph.Role is FileRole.Signers or FileRole.Number && paragraph.Lines.Contains(row))).ToList();
        var label = rows.FirstOrDefault(row => row.Text.Contains("签发人", StringComparison.Ordinal));
        if (label is null || First(FileRole.Number) is not { } number)
            yield break;
        var glyphs = label.Glyphs.SkipWhile(glyph => glyph.Text != "签").ToList();
        if (!label.Text.Contains("签发人：", StringComparison.Ordinal))
            yield return At(Broken("G-33", "“签发人”之后不是全角冒号。", label.Text.Contains(':', StringComparison.Ordinal) ? ":" : "无", "：") with { Text = "签发人" }, label);
        if (WrongFamilyIn(glyphs.Take(3), FontRole.FangSong) is { } family)
            yield return At(Broken("G-33", "“签发人”三字的字体不是仿宋体。", family, "仿宋体") with { Text = "签发人" }, label);
        if (WrongFamilyIn(glyphs.Skip(4), FontRole.Kai) is { } named)
            yield return At(Broken("G-33", "签发人姓名的字体不是楷体。", named, "楷体"), label);
        var last = rows.MaxBy(row => row.Baseline)!;
        if (number.Last.Baseline < last.Baseline - 1)
            yield return At(Broken("G-34", "发文字号没有与最后一个签发人姓名处在同一行。", $"高出{Millimetres(last.Baseline - number.Last.Baseline)}", "同一行"), number.Last);
        if (rows.FirstOrDefault(row => row.Right > LayoutProfile.Right - Cell + 1.5) is { } wide)
            yield return At(Broken("G-34", "签发人没有居右空一字。", Millimetres(LayoutProfile.Right - wide.Right), "1字（5.6 mm）"), wide);
        else if (rows.Max(row => row.Right) is var right && right < LayoutProfile.Right - Cell - 1.5)
            yield return At(Broken("G-34", "签发人没有居右空一字。", Millimetres(LayoutProfile.Right - right), "1字（5.6 mm）"), label);
    }
}
