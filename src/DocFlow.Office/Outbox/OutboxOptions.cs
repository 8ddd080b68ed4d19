namespace DocFlow.Office.Outbox;

/// <summary>How the dispatcher works.</summary>
public sealed class OutboxOptions
{
    /// <summary>Failures after which a message is left for an administrator.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>Repeats at once when another transaction was faster; they don't count as failures.</summary>
    public int MostConflicts { get; set; } = 50;

    /// <summary>The pause before another try while a part of the system is still being fetched; such a try doesn't count as a failure.</summary>
    public TimeSpan PauseWhileAbsent { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages delivered at the same time.</summary>
    public int Parallel { get; set; } = 4;

    /// <summary>For how long a claimed message belongs to one host.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often to look when nobody signals: for messages of other hosts and for repeats.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(5);
}
