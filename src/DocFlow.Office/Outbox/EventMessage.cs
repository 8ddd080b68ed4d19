namespace DocFlow.Office.Outbox;

/// <summary>An event that happened.</summary>
/// <param name="Id">The same for the same event: announcing it again changes nothing.</param>
/// <param name="CorrelationId">Only workflows about this matter; null for any.</param>
/// <param name="InstanceId">Only this workflow instance; null for any, new ones included.</param>
public sealed record EventMessage(string Id, string Name, string? CorrelationId, string? InstanceId, string? PayloadJson)
{
    /// <summary>How many bursts led to it, each by the event of the one before; 0 from outside.</summary>
    public int Generation { get; init; }
}
