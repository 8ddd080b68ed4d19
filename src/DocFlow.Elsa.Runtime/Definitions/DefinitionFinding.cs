using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>What is wrong with a definition, or looks so.</summary>
/// <param name="ActivityId">The activity that it concerns; null when it concerns the whole definition.</param>
/// <param name="Path">Where in the JSON.</param>
/// <param name="Message">In Chinese.</param>
public sealed record DefinitionFinding(
    string? ActivityId,
    string? ActivityNodeId,
    string Path,
    string Message,
    [property: JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))] FindingSeverity Severity)
{
    /// <summary>A mistake of one activity.</summary>
    public static DefinitionFinding At(WorkflowDefinition definition, string nodeId, string message) =>
        new(definition.Nodes[nodeId].Id, nodeId, definition.Paths.GetValueOrDefault(nodeId, "$.root"), message, FindingSeverity.Error);

    public override string ToString() => $"{Path}：{Message}";
}
