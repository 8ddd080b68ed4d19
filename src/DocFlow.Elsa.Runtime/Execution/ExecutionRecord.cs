using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What became of an activity's execution that a burst touched, for those who show executions.</summary>
/// <param name="State">The evaluated inputs, by name.</param>
/// <param name="Outputs">The outputs that it set, by name.</param>
public sealed record ExecutionRecord(
    string Id,
    string? ParentId,
    string ActivityId,
    string? ActivityName,
    string NodeId,
    string ActivityType,
    ActivityStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    int AggregateFaultCount,
    bool HasBookmarks,
    IReadOnlyDictionary<string, object> State,
    IReadOnlyDictionary<string, object?> Outputs,
    ExceptionState? Exception);
