namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>A line of an instance's journal.</summary>
/// <param name="Sequence">Increases over the instance's life.</param>
/// <param name="Event">Started, Resumed, Suspended, Completed, Faulted or Canceled.</param>
public sealed record JournalEntry(
    long Sequence, DateTimeOffset At, string Event, string ActivityId, string NodeId, string ActivityType, string ActivityInstanceId, IReadOnlyDictionary<string, object?>? Data);
