namespace DocFlow.Persistence.Engine;

/// <summary>A version of a workflow definition. Running instances keep theirs.</summary>
public sealed class DefinitionRow
{
    public long Id { get; set; }

    /// <summary>Of this version, unique; what the API calls its id.</summary>
    public required string VersionId { get; set; }

    public required string DefinitionId { get; set; }

    /// <summary>From 1 on, unique within the definition.</summary>
    public required int Number { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    public bool IsReadonly { get; set; }

    public bool IsSystem { get; set; }

    public bool UsableAsActivity { get; set; }

    public string? ToolVersion { get; set; }

    public string? ProviderName { get; set; }

    /// <summary>SHA-256 of the text: what was read of it holds as long as this does.</summary>
    public required string Hash { get; set; }

    public required string Json { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}
