using System.Text.Json;

namespace DocFlow.Office.Analytics;

/// <summary>A definition as it was drawn: its activities in their order, and where each leads.</summary>
internal sealed class DesignedFlow
{
    private const int MostNodes = 200;

    private readonly HashSet<(string From, string To)> _leads = [];

    private DesignedFlow(IReadOnlyList<DesignedNode> nodes, IReadOnlyList<DesignedArrow> arrows)
    {
        (Nodes, Arrows) = (nodes, arrows);
        Steps = [.. nodes.Where(node => node.IsHuman).Select(node => node.Name).Distinct()];
        foreach (var node in nodes.Where(node => node.IsStop))
            Reach(node.Name, node.Id, []);
    }

    public IReadOnlyList<DesignedNode> Nodes { get; }

    public IReadOnlyList<DesignedArrow> Arrows { get; }

    /// <summary>The names of the steps that people do, in the order in which they were drawn.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>Whether one step may follow another, with nothing but automatic activities between them.</summary>
    public bool Leads(string from, string to) => _leads.Contains((from, to));

    /// <summary>Null where the text holds no flowchart.</summary>
    public static DesignedFlow? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("root", out var root) || !root.TryGetProperty("activities", out var activities) || activities.ValueKind != JsonValueKind.Array)
            return null;
        var nodes = activities.EnumerateArray().Take(MostNodes).Select(NodeOf).OfType<DesignedNode>().DistinctBy(node => node.Id).ToList();
        var arrows = root.TryGetProperty("connections", out var connections) && connections.ValueKind == JsonValueKind.Array ? connections.EnumerateArray().Select(ArrowOf).OfType<DesignedArrow>().ToList() : [];
        return new DesignedFlow(nodes, arrows);
    }

    private void Reach(string from, string id, HashSet<string> passed)
    {
        foreach (var next in Arrows.Where(arrow => arrow.From == id).Select(arrow => Nodes.FirstOrDefault(node => node.Id == arrow.To)).OfType<DesignedNode>().Where(next => passed.Add(next.Id)))
        {
            if (next.IsStop)
                _leads.Add((from, next.Name));
            else
                Reach(from, next.Id, passed);
        }
    }

    private static DesignedNode? NodeOf(JsonElement activity)
    {
        if (Text(activity, "id") is not { } id || Text(activity, "type") is not { } type)
            return null;
        var step = Child(activity, "stepName") is { } input && Child(input, "expression") is { } expression ? Text(expression, "value") : null;
        var shown = Child(activity, "metadata") is { } metadata ? Text(metadata, "displayText") : null;
        return type switch
        {
            "Elsa.Start" => new DesignedNode(id, FlowTally.Start, false, true),
            "DocFlow.Archive" => new DesignedNode(id, FlowTally.End, false, true),
            _ => new DesignedNode(id, step ?? shown ?? Text(activity, "name") ?? id, step is not null, step is not null),
        };
    }

    private static DesignedArrow? ArrowOf(JsonElement connection)
    {
        if (Child(connection, "source") is not { } source || Child(connection, "target") is not { } target || Text(source, "activity") is not { } from || Text(target, "activity") is not { } to)
            return null;
        return new DesignedArrow(from, to, Text(source, "port") is { } port and not "Done" ? port : "");
    }

    private static JsonElement? Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}

/// <summary>An activity.</summary>
/// <param name="IsHuman">People do it.</param>
/// <param name="IsStop">A path is told by it: a human step, the beginning, the end.</param>
internal sealed record DesignedNode(string Id, string Name, bool IsHuman, bool IsStop);

/// <summary>An arrow, with its exit's name where it says something.</summary>
internal sealed record DesignedArrow(string From, string To, string Exit);
