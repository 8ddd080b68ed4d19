namespace DocFlow.Office.Time;

/// <summary>Keeps the office's working calendar, as an administrator does. What is due already keeps its time.</summary>
public interface ICalendarDesk
{
    Task<CalendarSetting> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Puts the days of an iCalendar file in place of those of the years that it is about; of other years only the days that it names change.</summary>
    /// <param name="account">The administrator's account, for the log.</param>
    /// <exception cref="RefusalException">The file can't be used; nothing was changed.</exception>
    Task<CalendarImport> ImportAsync(string account, string text, CancellationToken cancellationToken = default);

    /// <summary>Says of one day that it is off, worked, or as its weekday.</summary>
    Task SetDayAsync(string account, DateOnly day, DayRule rule, CancellationToken cancellationToken = default);
}
