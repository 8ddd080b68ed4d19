namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>A line of an instance's journal.</summary>
/// <param name="Sequence">Increases over the instance's life, from 0.</param>
/// <param name="Event">Started, Resumed, Suspended, Completed, Faulted, Canceled, Precondition Failed, or an activity's own.</param>
public sealed record JournalEntry(
    long Sequence, DateTimeOffset At, string Event, string ActivityId, string NodeId, string ActivityType, string ActivityInstanceId, IReadOnlyDictionary<string, object?>? Data)
{
    public string? ParentActivityInstanceId { get; init; }

    public string? ActivityName { get; init; }

    public int ActivityTypeVersion { get; init; } = 1;

    public string? Message { get; init; }
}
