using System.Globalization;
using DocFlow.Office.Events;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Time;

/// <inheritdoc />
internal sealed class CalendarDesk(IOfficeData data, OfficeSettings settings, EventLog events) : ICalendarDesk
{
    private const int MostTries = 10;

    public async Task<CalendarSetting> ReadAsync(CancellationToken cancellationToken = default) =>
        await settings.ReadAsync<CalendarSetting>(CalendarSetting.Key, cancellationToken) ?? PublicHolidays.Setting;

    public async Task<CalendarImport> ImportAsync(string account, string text, CancellationToken cancellationToken = default)
    {
        var feed = HolidayFeed.Read(text);
        var (years, others) = (feed.Years, feed.OtherDays);
        var replaced = (Holidays: 0, WorkedWeekends: 0);
        await ChangeAsync(
            account,
            before =>
            {
                replaced = (before.Holidays.Count(day => years.Contains(day.Year)), before.WorkedWeekends.Count(day => years.Contains(day.Year)));
                return before with
                {
                    Holidays = [.. before.Holidays.Where(IsKept).Concat(feed.Holidays).Order()],
                    WorkedWeekends = [.. before.WorkedWeekends.Where(IsKept).Concat(feed.WorkedWeekends).Order()],
                };
            },
            $"导入{string.Join('、', years)}年，休{feed.Holidays.Count}天，班{feed.WorkedWeekends.Count}天{(others.Count == 0 ? "" : $"，其中改定其他年份的{string.Join('、', others.Select(DayOf))}")}",
            cancellationToken);
        return new CalendarImport(years, feed.Holidays.Count, feed.WorkedWeekends.Count, feed.LeftOut)
        {
            ReplacedHolidays = replaced.Holidays, ReplacedWorkedWeekends = replaced.WorkedWeekends, OtherDays = others,
        };

        bool IsKept(DateOnly day) => !years.Contains(day.Year) && !others.Contains(day);
    }

    public Task SetDayAsync(string account, DateOnly day, DayRule rule, CancellationToken cancellationToken = default) => ChangeAsync(
        account,
        before => before with
        {
            Holidays = With(before.Holidays, day, rule == DayRule.Off),
            WorkedWeekends = With(before.WorkedWeekends, day, rule == DayRule.Worked),
        },
        $"{DayOf(day)}改为{NameOf(rule)}",
        cancellationToken);

    private static string DayOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string NameOf(DayRule rule) => rule switch
    {
        DayRule.Off => "休",
        DayRule.Worked => "班",
        _ => "按星期",
    };

    private static IReadOnlyList<DateOnly> With(IReadOnlyList<DateOnly> days, DateOnly day, bool isIn) =>
        [.. days.Where(other => other != day).Concat(isIn ? [day] : []).Order()];

    private async Task ChangeAsync(string account, Func<CalendarSetting, CalendarSetting> change, string what, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await settings.WriteAsync(CalendarSetting.Key, change(await ReadAsync(cancellationToken)), cancellationToken);
            events.Add(new ActRecord("工作日历") { Account = account, Detail = new Dictionary<string, string> { ["改动"] = what } });
            try
            {
                await data.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Changed by another administrator in this instant: change what is there now.
                data.Forget();
            }
        }
    }
}
