namespace DocFlow.Office.Time;

/// <summary>Work that falls due by the office clock: deadlines, reminders, timers. The clock does it before it answers a move. Registered as a singleton.</summary>
public interface IDueWork
{
    /// <summary>Does what is due now, each thing once, in transactions of its own.</summary>
    /// <returns>How many things were done; the clock asks again until it is 0.</returns>
    Task<int> RunDueAsync(CancellationToken cancellationToken);
}
