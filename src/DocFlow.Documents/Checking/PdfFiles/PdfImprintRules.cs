using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-70 to G-76: the 版记 on the last page.</summary>
internal sealed class PdfImprintRules(PdfFile file)
{
    private const double ShortestRule = 100;
    private const double NarrowestIndent = 4.2;
    private const double WidestIndent = 6.4;
    private const double HeaviestMiddle = 0.32;

    private readonly List<PdfParagraph> _rows = [.. file.Paragraphs.Where(paragraph => paragraph.Role is FileRole.Copies or FileRole.Issue)];

    public IEnumerable<Finding> Check() => _rows.Count == 0 ? [] : [.. _rows.SelectMany(Looks), .. Copies(), .. Issue(), .. Rules()];

    private IEnumerable<Finding> Looks(PdfParagraph row)
    {
        var (rule, name) = row.Role == FileRole.Copies ? ("G-73", "抄送机关") : ("G-75", "印发机关和印发日期");
        if (Math.Abs(row.Size - Typesetting.Millimetres.SizeFour) > 0.5)
            yield return At(Broken(rule, $"{name}的字号不是4号。", Points(Math.Round(row.Size, 1)), "4号（14磅）"), row.First);
        if (WrongFamilyIn(row.First.Glyphs, FontRole.FangSong) is { } family)
            yield return At(Broken(rule, $"{name}的字体不是仿宋体。", family, "仿宋体"), row.First);
        if (row.First.Left - LayoutProfile.Left is < NarrowestIndent or > WidestIndent)
            yield return At(Broken(rule, $"{name}没有左空一字。", Millimetres(row.First.Left - LayoutProfile.Left), "1字（4.9至5.6 mm）"), row.First);
    }

    private IEnumerable<Finding> Copies()
    {
        if (_rows.FirstOrDefault(row => row.Role == FileRole.Copies && !row.Text.StartsWith('主')) is not { } copies)
            yield break;
        var rows = RowsOf(copies);
        // A list of several rows ends with its last.
        if (rows[^1].Text[^1] != '。')
            yield return At(Broken("G-73", "抄送机关末尾没有句号。", rows[^1].Text[^1..], "。"), rows[^1]);
        if (rows.FirstOrDefault(row => LayoutProfile.Right - row.Right < NarrowestIndent - 1.5) is { } wide)
            yield return At(Broken("G-73", "抄送机关没有右空一字。", Millimetres(LayoutProfile.Right - wide.Right), "1字（4.9至5.6 mm）"), wide);
        var colon = copies.First.Glyphs.TakeWhile(glyph => glyph.Text is not ("：" or ":")).Count();
        if (colon + 1 < copies.First.Glyphs.Count && rows.Skip(1).FirstOrDefault(row => Math.Abs(row.Left - copies.First.Glyphs[colon + 1].Left) > 1.5) is { } loose)
            yield return At(Broken("G-73", "抄送机关回行没有与冒号后的首字对齐。", $"相差{Millimetres(Math.Abs(loose.Left - copies.First.Glyphs[colon + 1].Left))}", "与冒号后的首字对齐"), loose);
    }

    private IEnumerable<Finding> Issue()
    {
        if (_rows.FirstOrDefault(row => row.Role == FileRole.Issue) is { } issue && LayoutProfile.Right - issue.First.Right is var right && right is < NarrowestIndent or > WidestIndent)
            yield return At(Broken("G-75", "印发日期没有右空一字。", Millimetres(right), "1字（4.9至5.6 mm）"), issue.First);
    }

    private IEnumerable<Finding> Rules()
    {
        var last = _rows[^1].Last;
        var lines = LinesOf(last.Page);
        if (PdfLetterRules.IsLetter(file))
        {
            if (_rows.FirstOrDefault(row => row.Role == FileRole.Issue) is { } issue)
                yield return At(Broken("G-106", "信函的版记不加印发机关和印发日期。", issue.Text, "只排抄送机关"), issue.First);
            if (lines.Count > 0)
                yield return At(Broken("G-106", "信函的版记不加分隔线。", $"{lines.Count}条", "无分隔线"), last);
            yield break;
        }

        if (lines.Count == 0)
        {
            yield return At(Broken("G-72", "版记没有分隔线。", "无", "首条、末条和各要素之间的分隔线"), last);
            yield break;
        }

        if (Math.Abs(lines[^1].Y - LayoutProfile.Bottom) > 1.2)
            yield return At(Broken("G-70", "版记最后一条分隔线没有与版心下边缘重合。", $"距上页边{Millimetres(lines[^1].Y)}", "262 mm±1 mm"), last);
        if (lines.FirstOrDefault(line => Math.Abs(line.Length - LayoutProfile.TypeAreaWidth) > 1.5) is { } narrow)
            yield return At(Broken("G-72", "版记分隔线与版心不等宽。", Millimetres(narrow.Length), "156 mm±1 mm"), last);
        if (lines is [var firstLine, .., var lastLine] && new[] { firstLine, lastLine }.FirstOrDefault(line => line.Thickness is < 0.28 or > 0.47) is { } weight)
            yield return At(Broken("G-72", "版记首条、末条分隔线的粗细与推荐值不同。", Weight(weight), "0.35 mm", RuleStrength.Recommended), last);
        if (lines.Skip(1).SkipLast(1).FirstOrDefault(line => line.Thickness > HeaviestMiddle) is { } heavy)
            yield return At(Broken("G-72", "版记中间分隔线的粗细与推荐值不同。", Weight(heavy), "0.25 mm", RuleStrength.Recommended), last);
        foreach (var finding in Between(lines))
            yield return finding;
        if (last.Page % 2 == 1)
            yield return At(Broken("G-71", "版记不在偶数页。", $"第{last.Page}页", "偶数页"), last);
    }

    private IEnumerable<Finding> Between(List<PdfLine> lines)
    {
        foreach (var (above, row) in _rows.Zip(_rows.Skip(1)).Where(pair => pair.First.First.Page == pair.Second.First.Page))
        {
            var isParted = lines.Any(line => line.Y > RowsOf(above)[^1].Baseline - 1 && line.Y < row.First.Baseline);
            if (row.Role == FileRole.Issue && !isParted)
                yield return At(Broken("G-76", "印发机关与版记其他要素之间没有分隔线。", "无", "一条细分隔线（0.25 mm）"), row.First);
            if (row.Role == FileRole.Copies && above.Text.StartsWith('主') && isParted)
                yield return At(Broken("G-74", "版记中主送机关与抄送机关之间不加分隔线。", "有分隔线", "无分隔线"), row.First);
        }
    }

    private List<PdfLine> LinesOf(int page)
    {
        var top = _rows.Where(row => row.First.Page == page).Min(row => row.First.Top) - 12;
        return [.. file.Sheets[page - 1].Lines.Where(line => line is { IsRed: false, Length: > ShortestRule } && line.Y > top).OrderBy(line => line.Y)];
    }

    // What follows a list until the next element are its further rows.
    private List<PdfRow> RowsOf(PdfParagraph element)
    {
        var next = _rows.Where(row => row.First.Page == element.First.Page && row.First.Baseline > element.Last.Baseline + 1).Select(row => row.First.Baseline).DefaultIfEmpty(double.MaxValue).Min();
        return [.. file.SheetOf(element.First).Rows.Where(row => row.Baseline >= element.First.Baseline && row.Baseline < next - 1)];
    }

    private static string Weight(PdfLine line) => $"{line.Thickness.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} mm";
}
