namespace DocFlow.Elsa.Runtime.Children;

/// <summary>The workflows that are usable as activities, published or kept because a definition names their version.</summary>
public interface IUsableWorkflows
{
    /// <summary>The published ones.</summary>
    IReadOnlyList<UsableWorkflow> Published { get; }

    /// <summary>By type, of a version if it is known, else the published one.</summary>
    UsableWorkflow? ByType(string typeName, int? version);

    UsableWorkflow? ByVersionId(string versionId);

    /// <summary>The published version.</summary>
    UsableWorkflow? ByDefinitionId(string definitionId);
}
