namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Which stored versions to list; what is null doesn't filter.</summary>
public sealed record DefinitionQuery
{
    public VersionChoice Versions { get; init; } = new(VersionKind.AllVersions);

    /// <summary>Part of name, description or an id.</summary>
    public string? SearchTerm { get; init; }

    public bool? IsSystem { get; init; }

    public IReadOnlyCollection<string>? DefinitionIds { get; init; }

    public IReadOnlyCollection<string>? VersionIds { get; init; }

    public DefinitionOrder Order { get; init; } = DefinitionOrder.Created;

    public bool Descending { get; init; }

    public int Skip { get; init; }

    /// <summary>Null for all.</summary>
    public int? Take { get; init; }
}
