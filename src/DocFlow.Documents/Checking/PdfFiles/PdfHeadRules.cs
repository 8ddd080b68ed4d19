using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfTextRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-20 to G-44, G-100 to G-120: the head, the title and 主送, measured on page 1.</summary>
internal sealed class PdfHeadRules(PdfFile file)
{
    private const double Axis = (LayoutProfile.Left + LayoutProfile.Right) / 2;
    private const double WholeRows = 4.84;
    private const double GapTolerance = 1.5;
    private const double MarkTolerance = 1.2;
    private const double SizeTolerance = 0.5;

    private readonly bool _isLetter = IsLetter(file);

    public IEnumerable<Finding> Check() => [.. Markings(), .. Mark(), .. Number(), .. Rule(), .. Title(), .. Recipients(), .. Letter()];

    /// <summary>Two red double rules, or two single ones, of 170 mm on page 1.</summary>
    public static bool IsLetter(PdfFile file) =>
        file.Of(FileRole.Mark).FirstOrDefault() is var mark && (mark is null || !RoleWords.Mark().IsMatch(mark.Text))
        && file.Sheets[0].Lines.Count(line => line is { IsRed: true, Length: > 165 and < 175 }) >= 2;

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
        if (rows.Count > 2)
            yield break;
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

        if (isUpward && !number.Text.Contains("签发人：", StringComparison.Ordinal) && First(FileRole.Signers)?.Text.Contains("签发人：", StringComparison.Ordinal) != true)
            yield return At(Broken("G-33", "“签发人”之后不是全角冒号。", "无", "：") with { Text = "签发人" }, row);
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
        if (First(FileRole.Title) is { } title && Gap(title.Last, recipients.First, 1) is { } gap)
            yield return At(Broken("G-44", "主送机关与标题的距离不合规定。", gap, "空一行（10.4 mm±1.5 mm）"), recipients.First);
    }

    private IEnumerable<Finding> Letter()
    {
        if (!_isLetter)
            yield break;
        var sheet = file.Sheets[0];
        if (sheet.PageNumber is { } number)
            yield return Broken("G-105", "信函首页显示了页码。", number.Text, "首页不显示页码") with { Page = 1 };
        var lines = sheet.Lines.Where(line => line is { IsRed: true, Length: > 165 and < 175 }).OrderBy(line => line.Y).ToList();
        if (Math.Abs(lines[^1].Y - 277) > 2)
            yield return Broken("G-102", "信函下方双线的位置不合规定。", $"距下页边{Millimetres(LayoutProfile.PageHeight - lines[^1].Y)}", "20 mm") with { Page = 1 };
        if (First(FileRole.Mark) is { } mark && lines[0].Y - mark.Last.InkBottom is var distance && distance is < 2 or > 6)
            yield return Broken("G-101", "信函上方双线与发文机关标志的距离不合规定。", Millimetres(distance), "4 mm") with { Page = 1 };
    }

    private static string? Gap(PdfRow above, PdfRow below, int rows) => below.Top - above.Bottom is var gap && Outside(gap, rows) ? Millimetres(gap) : null;

    private static bool Outside(double gap, int rows) => gap < rows * LayoutProfile.OneLine - GapTolerance || gap > rows * LayoutProfile.OneLine + WholeRows + GapTolerance;
}
