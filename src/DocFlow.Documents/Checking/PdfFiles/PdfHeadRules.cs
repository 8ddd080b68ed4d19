using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-24 to G-44, and G-100, G-110 and G-120 of other formats: mark, number, red rule, title and 主送, measured on page 1.</summary>
internal sealed class PdfHeadRules(PdfFile file)
{
    private const double Axis = (LayoutProfile.Left + LayoutProfile.Right) / 2;
    private const double WholeRows = 4.84;
    private const double GapTolerance = 1.5;
    private const double MarkTolerance = 1.2;
    private const double SizeTolerance = 0.5;
    private const double StackTolerance = 1.8;

    private readonly bool _isLetter = PdfLetterRules.IsLetter(file);

    public IEnumerable<Finding> Check() => [.. Mark(), .. Number(), .. Rule(), .. Title(), .. Caption(), .. Recipients()];

    private PdfParagraph? First(FileRole role) => file.Of(role).FirstOrDefault(paragraph => paragraph.First.Page == 1);

    private IEnumerable<Finding> Mark()
    {
        var marks = file.Of(FileRole.Mark).Where(mark => mark.First.Page == 1).ToList();
        if (marks.Count == 0)
            yield break;
        var rows = marks.SelectMany(mark => mark.Lines).ToList();
        var first = rows.MinBy(row => row.InkTop)!;
        if (!marks[0].IsRed)
            yield return At(Broken("G-11", "发文机关标志不是红色。", "黑色", "红色"), first);
        if (WrongFamilyIn(first.Glyphs, FontRole.XiaoBiaoSong) is { } family)
            yield return At(Broken("G-27", "发文机关标志字体不是小标宋体。", family, "小标宋体"), first);
        var (left, right) = (rows.Min(row => row.Left), rows.Max(row => row.Right));
        if (Math.Abs((left + right) / 2 - Axis) > (_isLetter ? 2 : 1.5))
            yield return At(Broken("G-26", "发文机关标志没有居中。", $"中线距左页边{Millimetres((left + right) / 2)}", "106 mm±1 mm"), first);
        if (Stack(rows) is { } stack)
            yield return stack;
        var text = marks[^1].Text;
        var (rule, wanted) = text switch
        {
            _ when _isLetter => ("G-100", 30.0),
            [.., '令'] => ("G-110", 57.0),
            [.., '纪', '要'] => ("G-120", 72.0),
            _ => ("G-24", 72.0),
        };
        if (Math.Abs(first.InkTop - wanted) > MarkTolerance && Math.Abs(first.Top - wanted) > MarkTolerance)
            yield return At(Broken(rule, "发文机关标志的位置不合规定。", $"上边缘距上页边{Millimetres(first.InkTop)}", $"{Millimetres(wanted)}±1 mm"), first);
    }

    // What follows the names of a joint mark stands on their right, in the middle of the stack.
    private static Finding? Stack(List<PdfRow> rows)
    {
        var glyphs = rows.SelectMany(row => row.Glyphs).ToList();
        var right = glyphs.Max(glyph => glyph.Right);
        var end = glyphs.Where(glyph => glyph.Text is "文" or "件" && glyph.Right > right - 2.3 * Typesetting.Millimetres.OfPoints(glyph.Size)).ToList();
        var names = glyphs.Except(end).ToList();
        if (end.Count != 2 || names.Count == 0 || names.Max(glyph => glyph.InkBottom) - names.Min(glyph => glyph.InkTop) < 1.8 * rows[0].Em)
            return null;
        var middle = (end.Min(glyph => glyph.InkTop) + end.Max(glyph => glyph.InkBottom)) / 2;
        var wanted = (names.Min(glyph => glyph.InkTop) + names.Max(glyph => glyph.InkBottom)) / 2;
        return Math.Abs(middle - wanted) <= StackTolerance ? null
            : At(Broken("G-28", "“文件”二字没有以联署机关名称为准上下居中。", $"偏{(middle > wanted ? "下" : "上")}{Millimetres(Math.Abs(middle - wanted))}", "上下居中（±1.5 mm）"), rows.First(row => row.Glyphs.Contains(end[0])));
    }

    private IEnumerable<Finding> Number()
    {
        if (First(FileRole.Number) is not { } number)
            yield break;
        var row = number.First;
        var isUpward = First(FileRole.Signers) is not null || number.Text.Contains("签发人", StringComparison.Ordinal);
        if (Math.Abs(row.Size - Typesetting.Millimetres.SizeThree) > SizeTolerance)
            yield return At(Broken("G-09", "发文字号的字号不是3号。", Points(Math.Round(row.Size, 1)), "3号（16磅）"), row);
        if (!isUpward && WrongFamilyIn(row.Glyphs, FontRole.FangSong) is { } family)
            yield return At(Broken("G-09", "发文字号的字体不是仿宋体。", family, "仿宋体"), row);
        if (_isLetter)
        {
            if (Math.Abs(row.Right - LayoutProfile.Right) > 1.5)
                yield return At(Broken("G-31", "信函的发文字号没有顶格居版心右边缘。", $"右端距左页边{Millimetres(row.Right)}", "184 mm±1 mm") with { Clause = "10.1" }, row);
        }
        else if (isUpward && Math.Abs(row.Left - LayoutProfile.Left - LayoutProfile.CellWidth) > 1.2)
        {
            yield return At(Broken("G-31", "上行文的发文字号没有居左空一字。", Millimetres(row.Left - LayoutProfile.Left), "1字（5.6 mm）"), row);
        }
        else if (!isUpward && Math.Abs(row.Middle - Axis) > 1.5)
        {
            yield return At(Broken("G-31", "发文字号没有居中。", $"中线距左页边{Millimetres(row.Middle)}", "106 mm±1 mm"), row);
        }

        if (!_isLetter && !isUpward && file.Of(FileRole.Mark).LastOrDefault() is { Last.Page: 1, Lines.Count: 1 } mark && file.Of(FileRole.Mark).Count() == 1 && Gap(mark.Last, row, 2) is { } gap)
            yield return At(Broken("G-30", "发文字号与发文机关标志的距离不合规定。", gap, "空二行（20.8 mm±1.5 mm）"), row);
    }

    private IEnumerable<Finding> Rule()
    {
        if (_isLetter || First(FileRole.Number) is not { } number || First(FileRole.Mark) is null)
            yield break;
        var below = First(FileRole.Title)?.First.Top ?? LayoutProfile.Bottom;
        var lines = file.Sheets[0].Lines.Where(line => line.Y > number.Last.Baseline && line.Y < below && line.Length > 60).ToList();
        if (lines.FirstOrDefault(line => line.IsRed) is not { } rule)
        {
            yield return At(lines.Count > 0 ? Broken("G-11", "发文字号之下的分隔线不是红色。", "黑色", "红色") : Broken("G-35", "没有红色分隔线。", "无", "发文字号之下4 mm处一条红色分隔线"), number.Last);
            yield break;
        }

        if (Math.Abs(rule.Length - LayoutProfile.TypeAreaWidth) > 1.2)
            yield return At(Broken("G-36", "红色分隔线与版心不等宽。", Millimetres(rule.Length), "156 mm±1 mm"), number.Last);
        var bottom = (First(FileRole.Signers) is { } signers && signers.Last.Baseline > number.Last.Baseline ? signers.Last : number.Last).Bottom;
        if (rule.Y - bottom is var distance and (< 3 or > 5.2))
            yield return At(Broken("G-35", "红色分隔线与发文字号的距离不合规定。", Millimetres(distance), "4 mm±0.5 mm"), number.Last);
        if (First(FileRole.Title) is { } title && Outside(title.First.Top - rule.Y, 2))
            yield return At(Broken("G-41", "标题与红色分隔线的距离不合规定。", Millimetres(title.First.Top - rule.Y), "空二行（20.8 mm±1.5 mm）"), title.First);
    }

    private IEnumerable<Finding> Title()
    {
        if (First(FileRole.Title) is not { } title)
            yield break;
        if (Math.Abs(title.Size - Typesetting.Millimetres.SizeTwo) > SizeTolerance)
            yield return At(Broken("G-40", "标题字号不是2号。", Points(Math.Round(title.Size, 1)), "2号（22磅）"), title.First);
        if (WrongFamilyIn(title.First.Glyphs, FontRole.XiaoBiaoSong) is { } family)
            yield return At(Broken("G-40", "标题字体不是小标宋体。", family, "小标宋体"), title.First);
        if (title.First.Glyphs.FirstOrDefault(glyph => glyph is { IsBlack: false, IsFullWidth: true }) is { Text: not null } coloured)
            yield return At(Broken("G-11", "标题不是黑色。", coloured.Colour.ToString("X6", System.Globalization.CultureInfo.InvariantCulture), "黑色"), title.First);
        if (title.Lines.FirstOrDefault(row => Math.Abs(row.Middle - Axis) > 2.5) is { } aside)
            yield return At(Broken("G-42", "标题没有居中。", $"中线距左页边{Millimetres(aside.Middle)}", "106 mm±1 mm"), aside);
        foreach (var (above, row, beneath) in title.Lines.Zip(title.Lines.Skip(1), title.Lines.Skip(2)))
        {
            if (row.Width < Math.Min(above.Width, beneath.Width) - title.First.Em)
                yield return At(Broken("G-42", "标题排成了沙漏形，中间一行最短。", $"{row.Text.Length}字", "梯形或菱形"), row);
        }
    }

    private IEnumerable<Finding> Caption()
    {
        foreach (var row in file.Of(FileRole.Caption).SelectMany(caption => caption.Lines))
        {
            if (Math.Abs(row.Middle - Axis) > 2.5)
                yield return At(Broken("T-11", "题注没有居中。", $"中线距左页边{Millimetres(row.Middle)}", "106 mm±1 mm"), row);
            if (Math.Abs(row.Size - Typesetting.Millimetres.SizeThree) > SizeTolerance)
                yield return At(Broken("T-11", "题注字号不是3号。", Points(Math.Round(row.Size, 1)), "3号（16磅）"), row);
        }
    }

    private IEnumerable<Finding> Recipients()
    {
        if (First(FileRole.Recipients) is not { } recipients)
            yield break;
        if (Math.Abs(recipients.First.Left - LayoutProfile.Left) > 1.2)
            yield return At(Broken("G-44", "主送机关没有顶格。", $"距左页边{Millimetres(recipients.First.Left)}", "距左页边28 mm"), recipients.First);
        if (recipients.Text[^1] == ':')
            yield return At(Broken("G-44", "主送机关之后不是全角冒号。", ":", "："), recipients.Last);
        if (Math.Abs(recipients.Size - Typesetting.Millimetres.SizeThree) > SizeTolerance)
            yield return At(Broken("G-09", "主送机关的字号不是3号。", Points(Math.Round(recipients.Size, 1)), "3号（16磅）"), recipients.First);
        if ((First(FileRole.Caption) ?? First(FileRole.Title)) is { } title && Gap(title.Last, recipients.First, 1) is { } gap)
            yield return At(Broken("G-44", "主送机关与标题的距离不合规定。", gap, "空一行（10.4 mm±1.5 mm）"), recipients.First);
    }

    /// <summary>The distance from glyphs to glyphs when it is not that of so many empty rows, in either reading.</summary>
    public static string? Gap(PdfRow above, PdfRow below, int rows) => below.Top - above.Bottom is var gap && Outside(gap, rows) ? Millimetres(gap) : null;

    /// <summary>Whether a distance is not that of so many empty rows.</summary>
    public static bool Outside(double gap, int rows) => gap < rows * LayoutProfile.OneLine - GapTolerance || gap > rows * LayoutProfile.OneLine + WholeRows + GapTolerance;
}
