namespace DocFlow.Persistence.Engine;

/// <summary>A published version of a workflow definition. Running instances keep theirs.</summary>
public sealed class DefinitionRow
{
    public long Id { get; set; }

    public required string DefinitionId { get; set; }

    public required int Number { get; set; }

    /// <summary>SHA-256 of the text: a file that was imported already isn't again.</summary>
    public required string Hash { get; set; }

    public required string Json { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }
}
