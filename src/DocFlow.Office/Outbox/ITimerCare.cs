namespace DocFlow.Office.Outbox;

/// <summary>Timers of workflows that were given up after too many failures.</summary>
public interface ITimerCare
{
    /// <summary>The oldest first.</summary>
    /// <param name="instanceId">Only those of one instance; null for all.</param>
    Task<IReadOnlyList<StuckMessage>> GivenUpAsync(string? instanceId, CancellationToken cancellationToken = default);

    /// <summary>Lets a timer that was given up fire again; only adds to the context.</summary>
    /// <returns>Null when there is no such timer.</returns>
    Task<StuckMessage?> FireAgainAsync(string id, CancellationToken cancellationToken = default);
}
