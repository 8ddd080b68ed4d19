namespace DocFlow.Office.Time;

/// <summary>What an import of a calendar brought.</summary>
/// <param name="Years">The years whose days were put in place.</param>
/// <param name="LeftOut">Titles of events that say neither 休 nor 班.</param>
public sealed record CalendarImport(IReadOnlyList<int> Years, int Holidays, int WorkedWeekends, IReadOnlyList<string> LeftOut);
