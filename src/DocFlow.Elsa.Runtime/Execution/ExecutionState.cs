using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>A kept execution of an activity.</summary>
public sealed record ExecutionState(
    string Id,
    string? ParentId,
    string NodeId,
    string Status,
    IReadOnlyDictionary<string, JsonNode?> Properties,
    IReadOnlyDictionary<string, JsonNode?> Variables,
    bool CameByBackwardConnection)
{
    public IReadOnlyDictionary<string, JsonNode?>? DynamicVariables { get; init; }

    public string? Tag { get; init; }

    public int AggregateFaultCount { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The evaluated inputs, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? ActivityState { get; init; }

    public string? SchedulingExecutionId { get; init; }

    public string? SchedulingActivityId { get; init; }

    public int CallStackDepth { get; init; }
}
