using DocFlow.Office;
using Elsa.Workflows;

namespace DocFlow.Persistence.Engine;

/// <summary>A workflow instance: what it keeps between bursts, and what lists show of it.</summary>
public sealed class InstanceRow : IVersioned
{
    public required string Id { get; set; }

    public required long DefinitionRowId { get; set; }

    public required string DefinitionId { get; set; }

    public required string CorrelationId { get; set; }

    public string? Name { get; set; }

    public string? ParentId { get; set; }

    /// <summary>Started by the office for a document: its own acts end it, and a burst that faults isn't kept.</summary>
    public bool IsOffice { get; set; }

    public bool IsSystem { get; set; }

    public WorkflowStatus Status { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public int IncidentCount { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The engine's state as JSON.</summary>
    public required string StateJson { get; set; }

    public int Version { get; set; }
}
