namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A stored version of a definition, without its text.</summary>
/// <param name="VersionId">Of this version, unique; running instances keep it.</param>
/// <param name="DefinitionId">Stable across versions.</param>
/// <param name="Version">From 1 on, unique within the definition.</param>
/// <param name="IsLatest">The newest version, a draft or not; one per definition.</param>
/// <param name="IsPublished">The version that new instances run; at most one per definition.</param>
/// <param name="IsReadonly">Can't be saved or published.</param>
/// <param name="ProviderName">Where it came from when not from a designer, such as the folder of files.</param>
/// <param name="CreatedAt">When this version was first saved.</param>
public sealed record DefinitionSummary(
    string VersionId,
    string DefinitionId,
    int Version,
    string? Name,
    string? Description,
    bool IsLatest,
    bool IsPublished,
    bool IsReadonly,
    bool IsSystem,
    bool UsableAsActivity,
    string? ToolVersion,
    string? ProviderName,
    DateTimeOffset CreatedAt);
