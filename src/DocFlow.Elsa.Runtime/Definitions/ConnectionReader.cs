using System.Text.Json;
using DocFlow.Elsa.Runtime.Flowcharts;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Reads a flowchart's connections in all the forms that Elsa 3 has written.</summary>
internal static class ConnectionReader
{
    public static List<Connection> Read(JsonElement value, HashSet<string> ids, string path, List<string> warnings)
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

    private static IEnumerable<JsonElement> ItemsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => value.Find("$values") is { ValueKind: JsonValueKind.Array } values ? values.EnumerateArray() : [value],
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
