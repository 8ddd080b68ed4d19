using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.PdfFiles.PdfHeadRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-101 to G-105: a letter's double rules and what stands below them.</summary>
internal sealed class PdfLetterRules(PdfFile file)
{
    private const double Length = 170;
    private const double Axis = LayoutProfile.PageWidth / 2;
    private const double LowerRule = LayoutProfile.PageHeight - 20;
    private const double BelowRule = 4.84;
    private const double Together = 4;
    private const double LooseGap = 1.3;

    private readonly List<PdfLine> _lines = RedRules(file);

    /// <summary>A red rule at the head and another one at the foot of page 1.</summary>
    public static bool IsLetter(PdfFile file) =>
        file.Of(FileRole.Mark).FirstOrDefault() is var mark && (mark is null || !RoleWords.Mark().IsMatch(mark.Text))
        && RedRules(file) is [var first, .., var last] && first.Y < 100 && last.Y > 250;

    public IEnumerable<Finding> Check() => !IsLetter(file) ? [] : [.. Rules(), .. Below(), .. Numbering()];

    private static List<PdfLine> RedRules(PdfFile file) => [.. file.Sheets[0].Lines.Where(line => line is { IsRed: true, Length: > 120 }).OrderBy(line => line.Y)];

    private PdfParagraph? First(FileRole role) => file.Of(role).FirstOrDefault(paragraph => paragraph.First.Page == 1);

    private IEnumerable<Finding> Rules()
    {
        var upper = _lines.Where(line => line.Y < _lines[0].Y + Together).ToList();
        var lower = _lines.Where(line => line.Y > _lines[^1].Y - Together).ToList();
        if (Math.Abs(lower[^1].Y - LowerRule) > 2)
            yield return On(Broken("G-102", "信函下方双线的位置不合规定。", $"距下页边{Millimetres(LayoutProfile.PageHeight - lower[^1].Y)}", "20 mm"));
        if (First(FileRole.Mark) is { } mark && upper[0].Y - mark.Last.InkBottom is var distance && distance is < 2 or > 6)
            yield return On(Broken("G-101", "信函上方双线与发文机关标志的距离不合规定。", Millimetres(distance), "4 mm"));
        foreach (var (rule, lines, name) in new[] { ("G-101", upper, "上方"), ("G-102", lower, "下方") })
        {
            if (lines.FirstOrDefault(line => Math.Abs(line.Length - Length) > 1.5) is { } wrong)
                yield return On(Broken(rule, $"信函{name}双线的长度不合规定。", Millimetres(wrong.Length), "170 mm±1 mm"));
            else if (lines.FirstOrDefault(line => Math.Abs((line.Left + line.Right) / 2 - Axis) > 1.5) is { } aside)
                yield return On(Broken(rule, $"信函{name}双线没有居中。", $"中线距左页边{Millimetres((aside.Left + aside.Right) / 2)}", "105 mm±1 mm"));
            if (lines.Count < 2)
                yield return On(Broken(rule, $"信函{name}不是双线。", "单线", rule == "G-101" ? "上粗下细的双线" : "上细下粗的双线"));
            else if (lines[0].Thickness > lines[^1].Thickness != (rule == "G-101"))
                yield return On(Broken(rule, $"信函{name}双线的粗细次序不对。", lines[0].Thickness > lines[^1].Thickness ? "上粗下细" : "上细下粗", rule == "G-101" ? "上粗下细" : "上细下粗"));
        }
    }

    private IEnumerable<Finding> Below()
    {
        var rule = _lines.Last(line => line.Y < _lines[0].Y + Together).Y;
        var markings = new[] { FileRole.CopyNumber, FileRole.Classification, FileRole.Urgency }.Select(First).OfType<PdfParagraph>().Select(paragraph => paragraph.First).ToList();
        var number = First(FileRole.Number)?.First;
        // A marking may share the number's row.
        foreach (var row in new[] { number is not null && number.Left < LayoutProfile.Left + 2 ? null : markings.MinBy(row => row.Baseline), number }.OfType<PdfRow>().DistinctBy(row => row.Number))
        {
            if (Math.Abs(row.Top - rule - BelowRule) > LooseGap)
                yield return At(Broken("G-103", "版头要素与信函上方双线的距离不合规定。", Millimetres(row.Top - rule), "4.8 mm±0.7 mm"), row);
        }

        if (First(FileRole.Title) is { } title && file.Sheets[0].Rows.LastOrDefault(row => row.Number < title.First.Number) is { } above && Gap(above, title.First, 2) is { } gap)
            yield return At(Broken("G-104", "信函标题与其上要素的距离不合规定。", gap, "空二行（20.8 mm±1.5 mm）"), title.First);
    }

    private IEnumerable<Finding> Numbering()
    {
        if (file.Sheets[0].PageNumber is { } number)
            yield return On(Broken("G-105", "信函首页显示了页码。", number.Text, "首页不显示页码"));
    }

    private static Finding On(Finding finding) => finding with { Page = 1 };
}
