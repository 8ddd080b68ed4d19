using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Returns;
using DocFlow.Office.Time;

namespace DocFlow.Host.Features.Returns;

/// <summary>退文统计 as a register: a line for each document, and how many there are.</summary>
internal static class ReturnRegister
{
    private static readonly RegisterHead[] Heads =
    [
        new("拟稿单位", "unit", false, false, 24, []), new("拟稿人", "drafter", false, false, 16, []), new("标题", "title", false, false, 46, []), new("首次退回", "at", false, false, 24, []),
        new("退回环节", "step", false, false, 20, []), new("退回人", "by", false, false, 16, []), new("类别", "category", false, false, 26, []), new("次数", "returns", false, true, 12, []),
    ];

    public static RegisterPage Of(ReturnReport report, WorkingCalendar calendar)
    {
        var period = report.Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{report.Year}年{month}月") : string.Create(CultureInfo.InvariantCulture, $"{report.Year}年");
        return new RegisterPage(
            "returns", $"退文统计（{period}）", Heads, [.. report.Documents.Select(document => Row(document, calendar))], report.Total,
            new Dictionary<string, decimal> { ["returns"] = report.Returns }, [.. report.Rows.Select(row => new RegisterGroup(row.Name, row.Documents, new Dictionary<string, decimal> { ["returns"] = row.Returns }))]);
    }

    /// <summary>As printed: how many by what was asked for, then the documents.</summary>
    public static Paper Paper(RegisterPage register, DateOnly today) => new()
    {
        Title = register.Name,
        Issuer = "办公室",
        LeftNote = string.Create(CultureInfo.InvariantCulture, $"共{register.Total}件{register.Totals["returns"]:0}次"),
        RightNote = string.Create(CultureInfo.InvariantCulture, $"{today.Year}年{today.Month}月{today.Day}日"),
        Columns = [.. Heads.Select(head => head.Width)],
        Rows =
        [
            PaperRow.Head(Heads.Select(head => head.Title)),
            .. register.Rows.Select(row => new PaperRow([.. row.Cells.Select(cell => PaperCell.Of(cell.Text ?? Show(cell.Day), cell.Text?.Length > 12 ? PaperSide.Left : PaperSide.Middle))])),
            .. register.Groups.Select(group => new PaperRow([PaperCell.Of(string.Create(CultureInfo.InvariantCulture, $"{group.Value}：{group.Count}件{group.Totals["returns"]:0}次")) with { Span = Heads.Length }])),
        ],
    };

    private static RegisterRow Row(ReturnedDocument document, WorkingCalendar calendar) => new(document.DocumentId, DocumentState.Running, null,
    [
        new(document.UnitName), new(document.DrafterName), new(document.Title), new(null, Day: calendar.DayOf(document.At)), new(document.StepName), new(document.ByName), new(document.Category),
        new(document.Returns.ToString(CultureInfo.InvariantCulture), document.Returns),
    ]);

    private static string? Show(DateOnly? day) => day is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Year}年{at.Month}月{at.Day}日") : null;
}
