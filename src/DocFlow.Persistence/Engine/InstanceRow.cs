using DocFlow.Office;

namespace DocFlow.Persistence.Engine;

/// <summary>A workflow instance: what it keeps between bursts.</summary>
public sealed class InstanceRow : IVersioned
{
    public required string Id { get; set; }

    public required long DefinitionRowId { get; set; }

    public required string CorrelationId { get; set; }

    public required string SubStatus { get; set; }

    /// <summary>The engine's state as JSON.</summary>
    public required string StateJson { get; set; }

    public int Version { get; set; }
}
