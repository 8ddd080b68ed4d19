namespace DocFlow.Office.Outbox;

/// <summary>An event for one receiver: a waiting place of an instance, or a definition that it starts.</summary>
/// <param name="InstanceId">The instance that waits, or the id that the new one gets.</param>
/// <param name="BookmarkId">Where it waits; null to start.</param>
/// <param name="DefinitionId">What to start; null to go on.</param>
/// <param name="NodeId">The trigger that starts it.</param>
public sealed record EventDelivery(string InstanceId, string? BookmarkId, string? DefinitionId, string? NodeId, string? CorrelationId, string? PayloadJson)
{
    /// <summary>The event's.</summary>
    public int Generation { get; init; }
}
