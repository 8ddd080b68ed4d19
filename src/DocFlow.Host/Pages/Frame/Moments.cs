using System.Globalization;

namespace DocFlow.Host.Pages.Frame;

/// <summary>Moments as the office reads them.</summary>
internal static class Moments
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>12月3日（周四）17:30</summary>
    public static string Show(DateTimeOffset? moment, TimeZoneInfo zone)
    {
        if (moment is not { } at)
            return "";
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日（{Weekdays[(int)local.DayOfWeek]}）{local:HH:mm}");
    }

    /// <summary>2026年12月4日</summary>
    public static string ShowDay(DateTimeOffset? moment, TimeZoneInfo zone)
    {
        if (moment is not { } at)
            return "";
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日");
    }

    /// <summary>How long until the end of a due day, in words, and how pressing that is.</summary>
    /// <param name="left">Working days left: 0 when due today.</param>
    public static (string Words, DueLight Light) ShowLeft(DateTimeOffset now, DateTimeOffset due, int left)
    {
        const int soon = 3;
        if (due < now)
            return (left == 0 ? "已逾期" : $"已逾期{-left}个工作日", DueLight.Past);
        return (left == 0 ? "今天到期" : $"还有{left}个工作日", left <= soon ? DueLight.Soon : DueLight.Fine);
    }
}
