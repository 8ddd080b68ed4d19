using System.Globalization;

namespace DocFlow.Office.Time;

/// <summary>Working days: Monday to Friday, less holidays, plus 调休 days that are worked.</summary>
public sealed class WorkingCalendar(CalendarSetting setting)
{
    private static readonly TimeOnly StartOfWork = new(8, 30);
    private static readonly TimeOnly EndOfWork = new(17, 30);

    private readonly HashSet<DateOnly> _holidays = [.. setting.Holidays];
    private readonly HashSet<DateOnly> _worked = [.. setting.WorkedWeekends];

    /// <summary>The zone that its days and hours are in.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(setting.Zone);

    public bool IsWorkingDay(DateOnly day) =>
        _worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day));

    /// <summary>The day in the office's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The moment in the office's zone, in words: 2026年12月1日17:31.</summary>
    public string Show(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日{local:HH:mm}");
    }

    /// <summary>17:30 of the n-th working day after the day of <paramref name="from"/>, which itself isn't counted.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workingDays);
        var day = DayOf(from);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }

        return InstantOf(day, EndOfWork);
    }

    /// <summary>17:30 of a day.</summary>
    public DateTimeOffset EndOf(DateOnly day) => InstantOf(day, EndOfWork);

    /// <summary>00:00 of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day, TimeOnly.MinValue);

    /// <summary>An hour of a day.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => InstantOf(day, time);

    /// <summary>08:30 of the n-th working day after the day of <paramref name="from"/>, which itself isn't counted.</summary>
    public DateTimeOffset StartAfter(DateTimeOffset from, int workingDays) => InstantOf(DayOf(DueAfter(from, workingDays)), StartOfWork);

    /// <summary>The same time of the n-th working day after a moment's day; with 0 the moment itself.</summary>
    public DateTimeOffset Later(DateTimeOffset moment, int workingDays) => workingDays <= 0
        ? moment
        : InstantOf(DayOf(DueAfter(moment, workingDays)), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime));

    /// <summary>08:30 of the n-th working day before the day of <paramref name="due"/>; with 0 of that day itself.</summary>
    public DateTimeOffset StartBefore(DateTimeOffset due, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = DayOf(due);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day))
                left--;
        }

        return InstantOf(day, StartOfWork);
    }

    /// <summary>Working days from today to the due day: 0 when due today, negative when past.</summary>
    public int WorkingDaysLeft(DateTimeOffset now, DateTimeOffset due)
    {
        var (from, to) = (DayOf(now), DayOf(due));
        var sign = to < from ? -1 : 1;
        if (sign < 0)
            (from, to) = (to, from);
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                days++;
        }

        return sign * days;
    }

    /// <summary>The working days that a time takes up: its hours of work, a begun day counted whole; 0 for a night or a weekend.</summary>
    public int WorkingDaysIn(DateTimeOffset from, DateTimeOffset to)
    {
        var worked = TimeSpan.Zero;
        for (var day = DayOf(from); day <= DayOf(to); day = day.AddDays(1))
        {
            var (start, end) = (InstantOf(day, StartOfWork), InstantOf(day, EndOfWork));
            (start, end) = (start > from ? start : from, end < to ? end : to);
            if (IsWorkingDay(day) && end > start)
                worked += end - start;
        }

        return (int)Math.Ceiling(worked / (EndOfWork - StartOfWork));
    }

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
