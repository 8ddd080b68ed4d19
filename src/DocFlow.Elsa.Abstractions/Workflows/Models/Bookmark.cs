using System.Text.Json.Nodes;

namespace Elsa.Workflows.Models;

/// <summary>A place where a workflow waits.</summary>
public sealed record Bookmark(string Id, string Name, string Hash, JsonNode? Payload, string NodeId, string ActivityInstanceId, string? CallbackMethodName, bool AutoBurn);
