using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Parts of a definition's graph: designers ask for them when they look into a nested activity.</summary>
internal static class GraphEndpoints
{
    private static readonly string[] Frames = ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.Workflow"];

    public static void MapGraph(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{id}", SubgraphAsync).Needs(ElsaPermissions.ReadDefinitions).AlsoForViewers();
        api.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync).Needs(ElsaPermissions.ReadDefinitions).AlsoForViewers();
    }

    private static async Task<IResult> SubgraphAsync(
        string id, HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, IWorkflowInstances instances, DefinitionModelWriter writer, ViewerModel viewer, CancellationToken cancellationToken)
    {
        await DefinitionEndpoints.MayLookAtAsync(user, id, instances, cancellationToken);
        if (await definitions.FindVersionAsync(id, cancellationToken) is not { } version)
            return Results.NotFound();
        var graph = DefinitionGraph.Of(await viewer.OfAsync(await writer.WriteAsync(version), user));
        var wanted = request.Query["parentNodeId"].ToString();
        if ((wanted.Length == 0 ? graph.Workflow : graph.Find(wanted)) is not { } node)
            return Results.NotFound();
        await AddInnerRootAsync(node, definitions, async used => await viewer.OfAsync(await writer.WriteAsync(used), user), cancellationToken);
        return ElsaJson.Answer(Answer(node));
    }

    private static async Task<IResult> SegmentsAsync(
        string id, HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, IWorkflowInstances instances, DefinitionModelWriter writer, ViewerModel viewer, CancellationToken cancellationToken)
    {
        await DefinitionEndpoints.MayLookAtAsync(user, id, instances, cancellationToken);
        if (await definitions.FindVersionAsync(id, cancellationToken) is not { } version)
            return Results.NotFound();
        var graph = DefinitionGraph.Of(await viewer.OfAsync(await writer.WriteAsync(version), user));
        if (graph.Find(request.Query["childNodeId"].ToString()) is not { } child)
            return Results.NotFound();
        var ancestors = graph.AncestorsOf(child);
        // A flowchart is the canvas: what a designer opens is the activity that holds it.
        var owners = ancestors.Where(ancestor => !Frames.Contains(ancestor.Type)).ToList();
        var segments = owners.Select(owner => new JsonObject
        {
            ["activityNodeId"] = owner.NodeId,
            ["activityId"] = owner.Activity["id"]!.DeepClone(),
            ["activityType"] = owner.Type,
            ["portName"] = PortOf(owner, ancestors, child),
            ["activityName"] = owner.Activity["name"]?.DeepClone() ?? owner.Activity["id"]!.DeepClone(),
        });
        return ElsaJson.Answer(new JsonObject
        {
            ["childNode"] = Answer(child),
            ["container"] = Answer(owners.LastOrDefault() ?? graph.Workflow),
            ["pathSegments"] = new JsonArray([.. segments]),
        });
    }

    private static string PortOf(GraphNode owner, IReadOnlyList<GraphNode> ancestors, GraphNode child) => ancestors.Append(child).First(node => node.ParentNodeId == owner.NodeId).Port;

    private static JsonObject Answer(GraphNode node) => new() { ["nodeId"] = node.NodeId, ["port"] = node.Port, ["activity"] = node.Activity.DeepClone() };

    // A workflow that is used as an activity shows what is in it only here.
    private static async Task AddInnerRootAsync(GraphNode node, IWorkflowDefinitions definitions, Func<DefinitionVersion, Task<JsonObject>> write, CancellationToken cancellationToken)
    {
        if ((string?)(node.Activity["workflowDefinitionVersionId"] as JsonValue) is not { } versionId || await definitions.FindVersionAsync(versionId, cancellationToken) is not { } used)
            return;
        var root = (await write(used))["root"]!.DeepClone().AsObject();
        var outer = ((string)root["nodeId"]!)[..^(((string)root["id"]!).Length + 1)];
        Reroot(root, outer, node.NodeId);
        node.Activity["root"] = root;
    }

    private static void Reroot(JsonNode? part, string outer, string nodeId)
    {
        if (part is JsonArray items)
        {
            foreach (var item in items)
                Reroot(item, outer, nodeId);
        }
        else if (part is JsonObject json)
        {
            if ((string?)(json["nodeId"] as JsonValue) is { } old && old.StartsWith(outer, StringComparison.Ordinal))
                json["nodeId"] = nodeId + old[outer.Length..];
            foreach (var (_, value) in json.ToList())
                Reroot(value, outer, nodeId);
        }
    }
}
