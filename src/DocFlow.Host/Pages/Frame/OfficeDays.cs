using DocFlow.Office.Settings;
using DocFlow.Office.Time;

namespace DocFlow.Host.Pages.Frame;

/// <summary>The office's calendar and clock as one page needs them.</summary>
public sealed class OfficeDays(WorkingCalendar calendar, OfficeClock clock)
{
    internal static Task<OfficeDays> ReadAsync(OfficeCalls office, OfficeClock clock) =>
        office.AskAsync<OfficeSettings, OfficeDays>(async settings => new OfficeDays(await settings.ReadCalendarAsync(), clock));

    /// <summary>The year that it is in the office.</summary>
    public int Year => calendar.DayOf(clock.Now).Year;

    /// <summary>The day that it is in the office.</summary>
    public DateOnly Today => calendar.DayOf(clock.Now);

    /// <summary>The moment that a day begins in the office.</summary>
    public DateTimeOffset StartOf(DateOnly day) => calendar.StartOf(day);

    /// <summary>The day that somebody chose in a date box; null for none, or for one that no calendar of an office has (the box lets type the year 1).</summary>
    public static DateOnly? Read(string? typed) => string.IsNullOrEmpty(typed) ? null : Office.Procedures.FieldRules.Day(typed);

    public string Show(DateTimeOffset? moment) => Moments.Show(moment, calendar.Zone);

    /// <summary>17:30:05</summary>
    public string ShowTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, calendar.Zone).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    public string ShowDay(DateTimeOffset? moment) => Moments.ShowDay(moment, calendar.Zone);

    /// <summary>12月3日</summary>
    public string ShowShortDay(DateTimeOffset moment) => calendar.DayOf(moment).ToString("M月d日", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How long something has been where it is: 3个工作日, 不到1个工作日.</summary>
    public string Stayed(DateTimeOffset since) => calendar.WorkingDaysLeft(since, clock.Now) is > 0 and var days ? $"{days}个工作日" : "不到1个工作日";

    internal (string Words, DueLight Light) Left(DateTimeOffset due) =>
        Moments.ShowLeft(clock.Now, due, calendar.WorkingDaysLeft(clock.Now, due));
}
