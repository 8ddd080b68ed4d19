using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Schedules;

/// <summary>周安排表 and 月计划表 as the office prints them: a row for each engagement, the day once for all of it.</summary>
internal sealed class SchedulePaper(IOfficeData data)
{
    private const int MostDaysOfWeek = 10;

    private static readonly double[] Columns = [22, 20, 44, 26, 24, 30];

    public async Task<Paper> OfAsync(IReadOnlyList<ScheduleLine> lines, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var isWeek = to.DayNumber - from.DayNumber < MostDaysOfWeek;
        var office = await data.Units.Where(unit => unit.Kind == UnitKind.Office).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        return new Paper
        {
            Title = isWeek ? "重大会议活动周安排表" : "重大会议活动月计划表",
            Issuer = office,
            LeftNote = office,
            RightNote = $"{Long(from)}至{Long(to)}",
            Columns = Columns,
            Rows =
            [
                PaperRow.Head("日期", "时间", "会议活动", "地点", "参加领导", "责任单位"),
                .. lines.Select((line, index) => RowOf(line, index > 0 && lines[index - 1].Day == line.Day)),
                .. lines.Count == 0 ? [new PaperRow([PaperCell.Of("本时段没有登记会议活动。", PaperSide.Middle) with { Span = Columns.Length }])] : Array.Empty<PaperRow>(),
            ],
        };
    }

    private static PaperRow RowOf(ScheduleLine line, bool isSameDay) => new(
    [
        PaperCell.Of(isSameDay ? "" : Short(FieldRules.Day(line.Day)!.Value), PaperSide.Middle),
        PaperCell.Of(line.Hours, PaperSide.Middle),
        PaperCell.Of(line.Title),
        PaperCell.Of(line.Where),
        PaperCell.Of(line.In(party => party.IsPerson)),
        PaperCell.Of(line.In(party => !party.IsPerson)),
    ]);

    private static string Long(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string Short(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日周{"日一二三四五六"[(int)day.DayOfWeek]}");
}
