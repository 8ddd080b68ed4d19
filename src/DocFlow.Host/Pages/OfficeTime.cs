using System.Globalization;

namespace DocFlow.Host.Pages;

/// <summary>Moments as the office reads them.</summary>
internal static class OfficeTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>12月3日（周四）17:30</summary>
    public static string Show(DateTimeOffset? moment)
    {
        if (moment is not { } at)
            return "";
        var local = at.ToOffset(Offset);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日（{Weekdays[(int)local.DayOfWeek]}）{local:HH:mm}");
    }
}
