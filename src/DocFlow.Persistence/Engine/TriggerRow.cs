namespace DocFlow.Persistence.Engine;

/// <summary>What starts the newest published version of a definition.</summary>
public sealed class TriggerRow
{
    public long Id { get; set; }

    public required string DefinitionId { get; set; }

    public required string NodeId { get; set; }

    public required string Hash { get; set; }
}
