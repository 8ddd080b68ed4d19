using System.Text.Json.Nodes;

namespace DocFlow.Persistence.Engine;

/// <summary>A parent goes on after its child.</summary>
internal sealed record ChildOverMessage(string ParentInstanceId, IReadOnlyList<string> Hashes, IReadOnlyDictionary<string, JsonNode?> Input);
