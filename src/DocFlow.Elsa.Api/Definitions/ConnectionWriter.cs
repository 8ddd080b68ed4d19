using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Writes a flowchart's arrows in the present form; one whose end is missing is left out.</summary>
internal static class ConnectionWriter
{
    public static JsonArray Write(JsonElement? connections, IReadOnlySet<string> ids)
    {
        var written = new JsonArray();
        foreach (var item in ItemsOf(connections))
        {
            var (source, target) = (End(item, "source"), End(item, "target"));
            if (!ids.Contains(source.Activity) || !ids.Contains(target.Activity))
                continue;
            written.Add(new JsonObject
            {
                ["source"] = Write(source),
                ["target"] = Write(target),
                ["vertices"] = item.Find("vertices") is { ValueKind: JsonValueKind.Array } vertices ? JsonSerializer.SerializeToNode(vertices) : new JsonArray(),
            });
        }

        return written;
    }

    private static JsonObject Write((string Activity, string? Port) end)
    {
        var written = new JsonObject { ["activity"] = end.Activity };
        if (end.Port is not null)
            written["port"] = end.Port;
        return written;
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement? connections) => connections switch
    {
        { ValueKind: JsonValueKind.Array } items => items.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } item => item.Find("$values") is { ValueKind: JsonValueKind.Array } values ? values.EnumerateArray() : [item],
        _ => [],
    };

    // The present form, and the flat one of 3.0.
    private static (string Activity, string? Port) End(JsonElement item, string end) =>
        item.Find(end) is { ValueKind: JsonValueKind.Object } told ? (told.Text("activity") ?? "", told.Text("port")) : (item.Text(end) ?? "", item.Text($"{end}Port"));
}
