using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Papers;
using DocFlow.Office.Time;

namespace DocFlow.Office.Analytics;

/// <summary>优化前后对照表: the figures, and as the office prints them.</summary>
internal static class ComparisonTable
{
    private static readonly double[] Columns = [52, 30, 30, 30, 14];

    public static IReadOnlyList<ComparedLine> LinesOf(ProcessReading before, ProcessReading after)
    {
        var names = after.Steps.Select(step => step.Name).Union(before.Steps.Select(step => step.Name));
        return
        [
            new("环节数", "个", before.DesignedSteps, after.DesignedSteps),
            new("办理件数", "件", before.Items, after.Items),
            new("办结件数", "件", before.Closed, after.Closed),
            new("全程时长（中位数）", "小时", before.MedianHours, after.MedianHours),
            new("退回率", "%", Percent(before.ReturnRate), Percent(after.ReturnRate)),
            new("一次通过率", "%", Percent(before.FirstPassRate), Percent(after.FirstPassRate)),
            .. names.Select(name => new ComparedLine($"{name}：时长（中位数）", "小时", before.Steps.FirstOrDefault(step => step.Name == name)?.MedianHours, after.Steps.FirstOrDefault(step => step.Name == name)?.MedianHours))
                .Where(line => line.Before is not null || line.After is not null),
        ];
    }

    public static Paper Print(ProcessComparison comparison, string issuer, WorkingCalendar calendar, DateTimeOffset now) => new()
    {
        Title = $"“{comparison.Title}”流程/优化前后对照表",
        Issuer = issuer,
        LeftNote = comparison.ChangedOn is { } day ? $"{comparison.Change}：{calendar.Print(day)}" : issuer,
        RightNote = calendar.Print(now),
        Columns = Columns,
        Rows =
        [
            PaperRow.Head("项目", $"优化前（{comparison.Before.Range.Words}）", $"优化后（{comparison.After.Range.Words}）", "变化", "单位"),
            .. comparison.Lines.Select(line => new PaperRow([PaperCell.Of(line.Name), Cell(line.Before), Cell(line.After), PaperCell.Of(Signed(line.Change), PaperSide.Middle), PaperCell.Of(line.Unit, PaperSide.Middle)])),
            new PaperRow([PaperCell.Of("时长按工作时间（8:30至17:30，含调休）计算，取自办理记录；没有记录的写“—”。") with { Span = Columns.Length }]),
        ],
    };

    private static double? Percent(double? share) => share is { } of ? Math.Round(of * 100, 1) : null;

    private static PaperCell Cell(double? value) => PaperCell.Of(value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "—", PaperSide.Middle);

    private static string Signed(double? change) => change switch
    {
        null => "—",
        > 0 => string.Create(CultureInfo.InvariantCulture, $"+{change:0.##}"),
        < 0 => string.Create(CultureInfo.InvariantCulture, $"−{-change:0.##}"),
        _ => "0",
    };
}
