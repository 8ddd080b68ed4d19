namespace DocFlow.Office.Time;

/// <summary>What an import of a calendar brought.</summary>
/// <param name="Years">The years whose days were put in place.</param>
/// <param name="LeftOut">Titles of events that say neither 休 nor 班.</param>
public sealed record CalendarImport(IReadOnlyList<int> Years, int Holidays, int WorkedWeekends, IReadOnlyList<string> LeftOut)
{
    /// <summary>Days off of those years that were there before and whose place was taken.</summary>
    public int ReplacedHolidays { get; init; }

    /// <summary>Worked weekends of those years that were there before and whose place was taken.</summary>
    public int ReplacedWorkedWeekends { get; init; }

    /// <summary>Single days of other years, which were set one by one.</summary>
    public IReadOnlyList<DateOnly> OtherDays { get; init; } = [];
}
