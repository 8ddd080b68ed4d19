using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Instances;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Executions;

/// <summary>What became of activities, one by one.</summary>
internal static class ExecutionEndpoints
{
    public static void MapExecutions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/activity-executions/report", ReportAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/activity-executions/count", CountAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/activity-executions/list", ListAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/activity-execution-summaries/list", SummariesAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/activity-executions/by-id", FindFromQueryAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/activity-executions/{id}", FindAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/activity-executions/{id}/call-stack", CallStackAsync).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        // No activity is tried again by itself: there is never anything to list, but the viewer asks.
        api.MapGet("/resilience/retries/{id}", () => ElsaJson.Answer(new { Items = Array.Empty<string>(), TotalCount = 0, Links = Array.Empty<string>() })).Needs(ElsaPermissions.ReadExecutions).AlsoForViewers();
        api.MapGet("/resilience/strategies", () => ElsaJson.Answer(new { Items = Array.Empty<string>(), Count = 0 })).Needs(ElsaPermissions.ReadResilience).AlsoForViewers();
    }

    private static async Task<IResult> ReportAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var instanceId = body.Text("workflowInstanceId") ?? "";
        user.MayLookAt(instanceId);
        var stats = ExecutionStats.Of(await instances.ExecutionsAsync(instanceId, cancellationToken), InstanceRequests.Texts(body, "activityNodeIds"));
        return ElsaJson.Answer(new JsonObject { ["stats"] = stats });
    }

    private static async Task<IResult> CountAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken) =>
        ElsaJson.Answer(new { (await AskedAsync(request, user, instances, cancellationToken)).Records.Count });

    private static async Task<IResult> ListAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, ActivityShapes shapes, CancellationToken cancellationToken)
    {
        var (instanceId, records) = await AskedAsync(request, user, instances, cancellationToken);
        var all = await shapes.AllAsync();
        return Answer([.. records.Select(record => ExecutionWriter.Write(record, instanceId, all.Find(record.ActivityType), withValues: !user.SeesNoValues()))]);
    }

    private static async Task<IResult> SummariesAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var (instanceId, records) = await AskedAsync(request, user, instances, cancellationToken);
        return Answer([.. records.Select(record => ExecutionWriter.WriteSummary(record, instanceId))]);
    }

    private static IResult Answer(IReadOnlyList<JsonObject> items) => ElsaJson.Answer(new ListAnswer<JsonObject>(items, items.Count));

    private static Task<IResult> FindFromQueryAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, ActivityShapes shapes, CancellationToken cancellationToken) =>
        FindAsync(request.Query["id"].ToString(), user, instances, shapes, cancellationToken);

    private static async Task<IResult> FindAsync(string id, ClaimsPrincipal user, IWorkflowInstances instances, ActivityShapes shapes, CancellationToken cancellationToken)
    {
        var instanceId = ExecutionId.InstanceOf(id) ?? "";
        user.MayLookAt(instanceId);
        return (await instances.ExecutionsAsync(instanceId, cancellationToken)).LastOrDefault(record => record.Id == id) is { } record
            ? ElsaJson.Answer(ExecutionWriter.Write(record, instanceId, (await shapes.AllAsync()).Find(record.ActivityType), withValues: !user.SeesNoValues()))
            : Results.NotFound();
    }

    // From the workflow's own down to this one, along what scheduled what.
    private static async Task<IResult> CallStackAsync(string id, HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, ActivityShapes shapes, CancellationToken cancellationToken)
    {
        var instanceId = ExecutionId.InstanceOf(id) ?? "";
        user.MayLookAt(instanceId);
        var records = (await instances.ExecutionsAsync(instanceId, cancellationToken)).GroupBy(record => record.Id).ToDictionary(group => group.Key, group => group.Last());
        if (!records.TryGetValue(id, out var record))
            return Results.NotFound();
        var stack = new List<ExecutionRecord>();
        for (var current = record; current is not null && !stack.Contains(current); current = records.GetValueOrDefault(current.SchedulingExecutionId ?? ""))
            stack.Insert(0, current);
        var (skip, take) = DefinitionRequests.Page(request.Query);
        var all = await shapes.AllAsync();
        var items = stack.Skip(skip).Take(take ?? int.MaxValue).Select(item => ExecutionWriter.Write(item, instanceId, all.Find(item.ActivityType), withValues: !user.SeesNoValues()));
        return ElsaJson.Answer(new JsonObject { ["activityExecutionId"] = id, ["items"] = new JsonArray([.. items]), ["totalCount"] = stack.Count });
    }

    private static async Task<(string InstanceId, IReadOnlyList<ExecutionRecord> Records)> AskedAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var instanceId = request.Query["workflowInstanceId"].ToString();
        user.MayLookAt(instanceId);
        var nodes = DefinitionRequests.Many(request.Query, "activityNodeId") ?? DefinitionRequests.Many(request.Query, "activityNodeIds");
        var completed = DefinitionRequests.Flag(request.Query, "completed");
        var records = (await instances.ExecutionsAsync(instanceId, cancellationToken))
            .Where(record => nodes is null || nodes.Contains(record.NodeId))
            .Where(record => completed is null || completed == record.CompletedAt is not null)
            .ToList();
        return (instanceId, records);
    }
}
