using DocFlow.Documents.Papers;

namespace DocFlow.Documents.Checking.Reporting;

/// <summary>The findings of a file as a table in the official layout, to be printed or kept.</summary>
public static class CheckReport
{
    /// <param name="fileName">The checked file's name.</param>
    /// <param name="countsParagraphs">Whether the findings' lines are paragraphs, as in a Word file.</param>
    /// <param name="on">The day of the check.</param>
    public static Paper Of(string fileName, IReadOnlyList<Finding> findings, bool countsParagraphs, DateOnly on)
    {
        var rows = findings.OrderByDescending(finding => finding.Severity).Select((finding, index) => Row(finding, index + 1, countsParagraphs)).ToList();
        var blocking = findings.Count(finding => finding.Severity == FindingSeverity.Blocking);
        var warnings = findings.Count(finding => finding.Severity == FindingSeverity.Warning);
        return new Paper
        {
            Title = "公文格式检测报告",
            Issuer = "格式检测",
            LeftNote = $"文件：{Shortened(fileName)}",
            RightNote = $"{on.Year}年{on.Month}月{on.Day}日",
            Columns = [9, 12, 22, 22, 54, 37],
            Rows =
            [
                PaperRow.Head("序号", "程度", "位置", "规则", "问题和改法", "实测与要求"),
                .. rows,
                new PaperRow([PaperCell.Label("结论") with { Span = 2 }, PaperCell.Of(blocking == 0 ? $"没有须改之处，提醒{warnings}项。" : $"须改{blocking}项，提醒{warnings}项，共{findings.Count}项。") with { Span = 4 }]),
            ],
        };
    }

    private static PaperRow Row(Finding finding, int number, bool countsParagraphs) => new(
    [
        PaperCell.Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture), PaperSide.Middle),
        PaperCell.Of(FindingWords.NameOf(finding.Severity), PaperSide.Middle),
        PaperCell.Of(FindingWords.PlaceOf(finding, countsParagraphs)),
        PaperCell.Of($"{finding.Rule} {finding.Clause}".TrimEnd()),
        PaperCell.Of($"{finding.Message}{finding.Fix}"),
        PaperCell.Of($"{finding.Measured}{(finding.Required is { } required ? $"；{finding.Strength}：{required}" : "")}".TrimStart('；')),
    ]);

    private static string Shortened(string name) => name.Length <= 24 ? name : $"{name[..11]}…{name[^11..]}";
}
