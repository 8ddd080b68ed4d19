namespace DocFlow.Office.Time;

/// <summary>The calendar's setting (key "calendar").</summary>
public sealed record CalendarSetting
{
    public const string Key = "calendar";

    /// <summary>The office's time zone, an IANA name.</summary>
    public string Zone { get; init; } = "Asia/Shanghai";

    /// <summary>Weekdays that are off.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Weekend days that are worked (调休).</summary>
    public IReadOnlyList<DateOnly> WorkedWeekends { get; init; } = [];
}
