using System.Text.Json;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads a flowchart's connections in all the forms that Elsa 3 has written.</summary>
internal static class ConnectionReader
{
    private const string Parked = "notFoundConnections";

    /// <summary>
    /// A flowchart's connections. Those that leave an activity of an unknown type don't count; those that were parked for that reason come
    /// back when the type does.
    /// </summary>
    public static List<Connection> Read(JsonElement flowchart, IEnumerable<IActivity> activities, string path, List<string> warnings)
    {
        var known = activities.ToLookup(activity => activity is not NotFoundActivity, activity => activity.Id);
        var (found, unknown) = (known[true].ToHashSet(), known[false].ToHashSet());
        var connections = ReadAll(flowchart.Find("connections"), [.. found, .. unknown], $"{path}.connections", warnings);
        connections.RemoveAll(connection => unknown.Contains(connection.Source));
        var restored = ReadAll(flowchart.Find("customProperties")?.Find(Parked), found, $"{path}.customProperties.{Parked}", []);
        connections.AddRange(restored.Where(parked => !connections.Exists(connection => connection.VisitKey == parked.VisitKey)));
        return connections;
    }

    private static List<Connection> ReadAll(JsonElement? value, HashSet<string> ids, string path, List<string> warnings)
    {
        var connections = new List<Connection>();
        foreach (var (item, index) in ItemsOf(value).Select((item, index) => (item, index)))
        {
            var connection = Read(item);
            if (ids.Contains(connection.Source) && ids.Contains(connection.Target))
                connections.Add(connection with { Path = $"{path}[{index}]" });
            else
                warnings.Add($"{path}[{index}]：连线的一端不存在（{connection.Source} → {connection.Target}），已略去。");
        }

        return connections;
    }

    private static IEnumerable<JsonElement> ItemsOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } items => items.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } item => item.Find("$values") is { ValueKind: JsonValueKind.Array } values ? values.EnumerateArray() : [item],
        _ => [],
    };

    // The present form, and the flat one of 3.0.
    private static Connection Read(JsonElement item)
    {
        if (item.Find("source") is { ValueKind: JsonValueKind.Object } source)
            return new Connection(source.Text("activity") ?? "", source.Text("port"), item.Find("target")?.Text("activity") ?? "", item.Find("target")?.Text("port") ?? "In");
        return new Connection(item.Text("source") ?? "", item.Text("sourcePort"), item.Text("target") ?? "", item.Text("targetPort") ?? "In");
    }
}
