using System.Text.Json.Nodes;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>All that a suspended or finished instance keeps; serialises as JSON.</summary>
public sealed record InstanceState
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public int DefinitionVersion { get; init; }

    /// <summary>The instance that started it as its child.</summary>
    public string? ParentInstanceId { get; init; }

    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public WorkflowStatus Status { get; init; }

    public WorkflowSubStatus SubStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it came to its end, of whatever kind.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The number of the next journal line.</summary>
    public long Sequence { get; init; }

    /// <summary>The node whose trigger started the instance.</summary>
    public string? TriggerNodeId { get; init; }

    public IReadOnlyList<Bookmark> Bookmarks { get; init; } = [];

    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Executions that are not over, parents before children; the workflow's own is always kept.</summary>
    public IReadOnlyList<ExecutionState> Executions { get; init; } = [];

    /// <summary>The workflow's variables by id: those with a storage driver, and the defaults of the others.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Variables { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyDictionary<string, JsonNode?> Inputs { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyDictionary<string, JsonNode?> Output { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyDictionary<string, JsonNode?> Properties { get; init; } = new Dictionary<string, JsonNode?>();
}
