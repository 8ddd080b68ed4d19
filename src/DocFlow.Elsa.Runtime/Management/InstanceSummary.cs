using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A workflow instance in a list.</summary>
public sealed record InstanceSummary(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int Version,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    string? CorrelationId,
    string? Name,
    int IncidentCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? FinishedAt)
{
    public string? ParentInstanceId { get; init; }

    public bool IsSystem { get; init; }
}
