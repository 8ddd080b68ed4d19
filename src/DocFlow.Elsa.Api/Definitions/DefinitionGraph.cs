using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>The nodes of a written definition, with who holds them.</summary>
internal sealed class DefinitionGraph
{
    private readonly Dictionary<string, GraphNode> _nodes = [];

    private DefinitionGraph(GraphNode workflow) => _nodes[workflow.NodeId] = Workflow = workflow;

    /// <summary>The workflow itself.</summary>
    public GraphNode Workflow { get; }

    /// <param name="model">A definition as clients read it.</param>
    public static DefinitionGraph Of(JsonObject model)
    {
        var root = model["root"]!.AsObject();
        var rootNode = (string)root["nodeId"]!;
        var workflowId = rootNode.Contains(':', StringComparison.Ordinal) ? rootNode[..rootNode.IndexOf(':', StringComparison.Ordinal)] : "Workflow1";
        var graph = new DefinitionGraph(new GraphNode(workflowId, "Root", WorkflowOf(model, workflowId), null));
        graph.Add(root, "Root", workflowId);
        return graph;
    }

    public GraphNode? Find(string nodeId) => _nodes.GetValueOrDefault(nodeId);

    /// <summary>From the workflow down to the node's parent.</summary>
    public IReadOnlyList<GraphNode> AncestorsOf(GraphNode node)
    {
        var ancestors = new List<GraphNode>();
        for (var parent = node.ParentNodeId; parent is not null && _nodes.TryGetValue(parent, out var held); parent = held.ParentNodeId)
            ancestors.Insert(0, held);
        return ancestors;
    }

    private void Add(JsonNode? part, string port, string parent)
    {
        if (part is JsonArray items)
        {
            foreach (var item in items)
                Add(item, port, parent);
        }
        else if (part is JsonObject json && (string?)(json["nodeId"] as JsonValue) is { } nodeId && json["type"] is JsonValue)
        {
            if (_nodes.TryAdd(nodeId, new GraphNode(nodeId, port, json, parent)))
                AddParts(json, null, nodeId);
        }
        else if (part is JsonObject other)
        {
            AddParts(other, port, parent);
        }
    }

    private void AddParts(JsonObject json, string? port, string parent)
    {
        foreach (var (name, value) in json.Where(property => property.Value is JsonObject or JsonArray))
            Add(value, port ?? char.ToUpperInvariant(name[0]) + name[1..], parent);
    }

    private static JsonObject WorkflowOf(JsonObject model, string workflowId)
    {
        var metadata = new JsonObject();
        foreach (var name in new[] { "name", "description", "createdAt", "toolVersion" }.Where(name => model[name] is not null))
            metadata[name] = model[name]!.DeepClone();
        return new JsonObject
        {
            ["identity"] = new JsonObject { ["definitionId"] = model["definitionId"]!.DeepClone(), ["version"] = model["version"]!.DeepClone(), ["id"] = model["id"]!.DeepClone() },
            ["publication"] = new JsonObject { ["isLatest"] = model["isLatest"]!.DeepClone(), ["isPublished"] = model["isPublished"]!.DeepClone() },
            ["inputs"] = model["inputs"]!.DeepClone(),
            ["outputs"] = model["outputs"]!.DeepClone(),
            ["outcomes"] = model["outcomes"]!.DeepClone(),
            ["workflowMetadata"] = metadata,
            ["options"] = model["options"]!.DeepClone(),
            ["isReadonly"] = model["isReadonly"]!.DeepClone(),
            ["isSystem"] = model["isSystem"]!.DeepClone(),
            ["definitionHandle"] = new JsonObject { ["definitionVersionId"] = model["id"]!.DeepClone() },
            ["result"] = null,
            ["root"] = model["root"]!.DeepClone(),
            ["id"] = workflowId,
            ["nodeId"] = workflowId,
            ["name"] = null,
            ["type"] = "Elsa.Workflow",
            ["version"] = 1,
            ["customProperties"] = model["customProperties"]!.DeepClone(),
            ["metadata"] = new JsonObject(),
        };
    }
}

/// <summary>A node.</summary>
/// <param name="Port">The place in its parent that holds it.</param>
internal sealed record GraphNode(string NodeId, string Port, JsonObject Activity, string? ParentNodeId)
{
    public string Type => (string)Activity["type"]!;
}
