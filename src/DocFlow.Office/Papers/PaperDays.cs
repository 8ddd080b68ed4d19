using DocFlow.Office.Time;

namespace DocFlow.Office.Papers;

/// <summary>Days as printed: 2026年12月4日.</summary>
internal static class PaperDays
{
    public static string Print(this WorkingCalendar calendar, DateTimeOffset at)
    {
        var day = calendar.DayOf(at);
        return $"{day.Year}年{day.Month}月{day.Day}日";
    }
}
