using DocFlow.Office.Time;

namespace DocFlow.Office.Analytics;

/// <summary>How many working hours lie between two moments: 08:30 to 17:30 of working days.</summary>
internal sealed class WorkingTime(WorkingCalendar calendar)
{
    private const int MostDays = 3660;

    private readonly Dictionary<DateOnly, (DateTimeOffset Start, DateTimeOffset End)?> _days = [];

    public double HoursBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var hours = 0.0;
        for (var (day, last) = (calendar.DayOf(from), calendar.DayOf(to)); day <= last; day = day.AddDays(1))
        {
            if (HoursOf(day) is not var (start, end))
                continue;
            var (begun, over) = (from > start ? from : start, to < end ? to : end);
            if (over > begun)
                hours += (over - begun).TotalHours;
        }

        return hours;
    }

    /// <summary>The moment when so many working hours have passed.</summary>
    public DateTimeOffset After(DateTimeOffset from, double hours)
    {
        var left = hours;
        for (var (day, days) = (calendar.DayOf(from), 0); days < MostDays; (day, days) = (day.AddDays(1), days + 1))
        {
            if (HoursOf(day) is not var (start, end) || from >= end)
                continue;
            var begun = from > start ? from : start;
            if ((end - begun).TotalHours >= left)
                return begun.AddHours(left);
            left -= (end - begun).TotalHours;
        }

        return from.AddDays(MostDays);
    }

    private (DateTimeOffset Start, DateTimeOffset End)? HoursOf(DateOnly day)
    {
        if (!_days.TryGetValue(day, out var hours))
            _days[day] = hours = calendar.IsWorkingDay(day) ? (calendar.StartBefore(calendar.EndOf(day), 0), calendar.EndOf(day)) : null;
        return hours;
    }
}
