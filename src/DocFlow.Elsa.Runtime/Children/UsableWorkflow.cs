namespace DocFlow.Elsa.Runtime.Children;

/// <summary>A published version that other definitions may use as an activity.</summary>
/// <param name="TypeName">The activity's type: the workflow's name in PascalCase.</param>
public sealed record UsableWorkflow(string TypeName, string DefinitionId, string VersionId, int Version, bool IsPublished, string? Name, string? Description, string? Category, string Json);
