namespace DocFlow.Office.Time;

/// <summary>Work that falls due by the office clock: deadlines, reminders, timers. The clock does it before it answers a move. Registered as a singleton.</summary>
public interface IDueWork
{
    /// <summary>Does what is due now, each thing once, in transactions of its own.</summary>
    /// <returns>How many things were done; the clock asks again until it is 0.</returns>
    Task<int> RunDueAsync(CancellationToken cancellationToken);

    /// <summary>When the next thing falls due after a moment, where each is to be done at its own moment; null when nothing is known to.</summary>
    Task<DateTimeOffset?> NextAfterAsync(DateTimeOffset moment, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);
}
