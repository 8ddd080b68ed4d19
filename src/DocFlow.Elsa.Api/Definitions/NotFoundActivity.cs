using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>What stands in answers where a definition names an unknown type; the original comes back when the type does.</summary>
internal static class NotFoundActivity
{
    public static JsonObject Write(JsonElement json, (string Id, string NodeId) identity, string typeName)
    {
        // One that came as not found keeps its own original.
        var isAlready = typeName == ActivityWriter.NotFound;
        var missing = isAlready ? json.Text("missingTypeName") ?? "" : typeName;
        var version = isAlready && json.Find("missingTypeVersion") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
        var metadata = json.Find("metadata") is { ValueKind: JsonValueKind.Object } given ? JsonSerializer.SerializeToNode(given)!.AsObject() : [];
        if (!isAlready)
        {
            metadata["displayText"] = $"Not Found: {missing}";
            metadata["description"] = $"Could not find activity type {missing} with version {version}";
        }

        return new JsonObject
        {
            ["missingTypeName"] = missing,
            ["missingTypeVersion"] = version,
            ["originalActivityJson"] = isAlready ? json.Text("originalActivityJson") : JsonSerializer.Serialize(json, ElsaJson.Options),
            ["id"] = identity.Id,
            ["nodeId"] = identity.NodeId,
            ["name"] = json.Text("name"),
            ["type"] = ActivityWriter.NotFound,
            ["version"] = 1,
            ["customProperties"] = ActivityWriter.CustomProperties(json, isFlowchart: false),
            ["metadata"] = metadata,
        };
    }
}
