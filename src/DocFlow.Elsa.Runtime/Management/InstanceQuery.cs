using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Which instances to list; what is null or empty doesn't filter.</summary>
public sealed record InstanceQuery
{
    /// <summary>Part of name, id, definition id or correlation id.</summary>
    public string? SearchTerm { get; init; }

    public IReadOnlyCollection<string> Ids { get; init; } = [];

    public IReadOnlyCollection<string> DefinitionIds { get; init; } = [];

    public string? DefinitionVersionId { get; init; }

    public int? Version { get; init; }

    public string? CorrelationId { get; init; }

    public string? ParentInstanceId { get; init; }

    public bool? HasIncidents { get; init; }

    public bool? IsSystem { get; init; }

    public IReadOnlyCollection<WorkflowStatus> Statuses { get; init; } = [];

    public IReadOnlyCollection<WorkflowSubStatus> SubStatuses { get; init; } = [];

    public IReadOnlyCollection<TimestampFilter> Timestamps { get; init; } = [];

    public InstanceOrder Order { get; init; } = InstanceOrder.Created;

    public bool Descending { get; init; }

    public int Skip { get; init; }

    /// <summary>Null for all.</summary>
    public int? Take { get; init; }
}
