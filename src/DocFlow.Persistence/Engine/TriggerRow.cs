using DocFlow.Office;

namespace DocFlow.Persistence.Engine;

/// <summary>What starts the published version of a definition.</summary>
public sealed class TriggerRow : IVersioned
{
    public long Id { get; set; }

    public required string DefinitionId { get; set; }

    public required string NodeId { get; set; }

    public string Name { get; set; } = "";

    public required string Hash { get; set; }

    /// <summary>The stimulus as JSON.</summary>
    public string? PayloadJson { get; set; }

    /// <summary>On the office's clock; null when time doesn't start it.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>How long to leave it after a failure; on the system's clock.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public int Version { get; set; }
}
