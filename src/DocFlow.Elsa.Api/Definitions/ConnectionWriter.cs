using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>
/// Writes a flowchart's arrows in the present form; one whose end is missing is left out, one that leaves an activity of an unknown type is
/// parked until the type is known.
/// </summary>
internal static class ConnectionWriter
{
    public const string Parked = "notFoundConnections";

    /// <param name="found">The ids of activities whose type is known.</param>
    /// <param name="unknown">The ids of the others.</param>
    public static (JsonArray Connections, JsonArray Parked) Write(JsonElement flowchart, IReadOnlySet<string> found, IReadOnlySet<string> unknown)
    {
        var all = found.Union(unknown).ToHashSet();
        var connections = WriteAll(flowchart.Find("connections"), all);
        var parked = WriteAll(flowchart.Find("customProperties")?.Find(Parked), all);
        parked.AddRange(connections.Where(connection => unknown.Contains(End(connection, "source"))));
        var back = parked.Where(connection => found.Contains(End(connection, "source")) && found.Contains(End(connection, "target"))).ToList();
        return (Array(connections.Except(parked, Same).Concat(back)), Array(parked.Except(back, Same)));
    }

    private static IEqualityComparer<JsonObject> Same { get; } = EqualityComparer<JsonObject>.Create(
        (one, other) => KeyOf(one) == KeyOf(other), connection => KeyOf(connection)!.GetHashCode(StringComparison.Ordinal));

    private static string? KeyOf(JsonObject? connection) => $"{connection?["source"]?.ToJsonString()} {connection?["target"]?.ToJsonString()}";

    private static string End(JsonObject connection, string end) => (string)connection[end]!["activity"]!;

    private static JsonArray Array(IEnumerable<JsonObject> connections) => new([.. connections.Distinct(Same)]);

    private static List<JsonObject> WriteAll(JsonElement? connections, HashSet<string> ids)
    {
        var written = new List<JsonObject>();
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
