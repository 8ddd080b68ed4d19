namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>An event that a burst published, to be delivered once the burst is saved.</summary>
/// <param name="Id">The same when the burst runs again.</param>
/// <param name="CorrelationId">Only instances about this matter; null for any.</param>
/// <param name="InstanceId">Only this instance; null for any, new ones included.</param>
public sealed record PublishedEvent(string Id, string Name, string? CorrelationId, string? InstanceId, object? Payload)
{
    /// <summary>How many bursts led to it, each by the event of the one before.</summary>
    public int Generation { get; init; } = 1;
}
