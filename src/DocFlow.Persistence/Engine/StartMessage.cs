using System.Text.Json.Nodes;

namespace DocFlow.Persistence.Engine;

/// <summary>Start an instance in the background.</summary>
/// <param name="VersionId">Of which version; null for the published one of the definition.</param>
internal sealed record StartMessage(string InstanceId, string? VersionId, string DefinitionId)
{
    public string? CorrelationId { get; init; }

    public string? Name { get; init; }

    public string? TriggerNodeId { get; init; }

    public string? ParentInstanceId { get; init; }

    public bool ParentWaits { get; init; }

    public int Generation { get; init; } = 1;

    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyDictionary<string, JsonNode?> Variables { get; init; } = new Dictionary<string, JsonNode?>();
}
