using System.Text.Json.Nodes;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What became of an activity's execution that a burst touched, for those who show executions.</summary>
/// <param name="State">The evaluated inputs, by name.</param>
/// <param name="Outputs">The outputs that it declares or set, by name; null for one that wasn't set in this burst.</param>
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
    ExceptionState? Exception)
{
    public int ActivityTypeVersion { get; init; } = 1;

    public IReadOnlyDictionary<string, JsonNode?> Properties { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The execution that scheduled it; null for the workflow's own.</summary>
    public string? SchedulingExecutionId { get; init; }

    public string? SchedulingActivityId { get; init; }

    /// <summary>What it noted: its outcomes, when it chose some.</summary>
    public IReadOnlyDictionary<string, object?> Payload { get; init; } = new Dictionary<string, object?>();

    /// <summary>How many executions stand above it in the chain of scheduling.</summary>
    public int CallStackDepth { get; init; }
}
