namespace DocFlow.Persistence.Engine;

/// <summary>What was last taken from the file that defines a workflow.</summary>
public sealed class DefinitionSourceRow
{
    public required string DefinitionId { get; set; }

    /// <summary>SHA-256 of the file: the same file isn't taken twice.</summary>
    public required string Hash { get; set; }

    /// <summary>The newest version when the file was taken; a higher one was made by a designer.</summary>
    public required int Number { get; set; }

    /// <summary>The draft that holds the file, because a designer had changed the definition as well; null when there is no conflict.</summary>
    public int? ConflictNumber { get; set; }

    public DateTimeOffset? ConflictAt { get; set; }
}
