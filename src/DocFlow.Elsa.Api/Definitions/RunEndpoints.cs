using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DocFlow.Elsa.Api.Instances;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Starting instances.</summary>
internal static partial class RunEndpoints
{
    private const string InstanceHeader = "x-elsa-workflow-instance-id";
    private const string CannotStartHeader = "x-elsa-workflow-cannot-start";
    private const int MostAtOnce = 100;

    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/execute", ExecuteAsync).Needs(ElsaPermissions.ExecuteDefinitions);
        api.MapGet("/workflow-definitions/{definitionId}/execute", ExecuteFromQueryAsync).Needs(ElsaPermissions.ExecuteDefinitions);
        api.MapPost("/workflow-definitions/{definitionId}/dispatch", DispatchAsync).Needs(ElsaPermissions.ExecuteDefinitions);
        api.MapPost("/workflow-definitions/{definitionId}/bulk-dispatch", BulkDispatchAsync).Needs(ElsaPermissions.ExecuteDefinitions);
    }

    private static async Task<IResult> ExecuteAsync(string definitionId, HttpContext context, IWorkflowRuns runs, IWorkflowInstances instances, CancellationToken cancellationToken) =>
        await RunAsync(Request(definitionId, await ElsaBody.ReadAsync(context.Request, cancellationToken)), context.Response, runs, instances, cancellationToken);

    private static async Task<IResult> ExecuteFromQueryAsync(string definitionId, HttpContext context, IWorkflowRuns runs, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var body = new JsonObject();
        foreach (var name in new[] { "correlationId", "name", "triggerActivityId", "versionOptions" }.Where(name => query.ContainsKey(name)))
            body[name] = query[name].ToString();
        foreach (var name in new[] { "input", "variables" }.Where(name => query.ContainsKey(name)))
            body[name] = JsonSerializer.SerializeToNode(ElsaBody.Parse(System.Text.Encoding.UTF8.GetBytes(query[name].ToString())));
        return await RunAsync(Request(definitionId, JsonSerializer.SerializeToElement(body)), context.Response, runs, instances, cancellationToken);
    }

    private static async Task<IResult> RunAsync(StartRequest request, HttpResponse response, IWorkflowRuns runs, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        if (await runs.ExecuteAsync(request, cancellationToken) is not { } started)
            return Results.NotFound();
        response.Headers[CannotStartHeader] = started.CannotStart ? "True" : "False";
        response.Headers.AccessControlExposeHeaders = $"{InstanceHeader}, {CannotStartHeader}, Content-Disposition";
        if (started.State is not { } state)
            return ElsaJson.Answer(new JsonObject());
        response.Headers[InstanceHeader] = state.Id;
        var answer = new JsonObject { ["workflowState"] = WorkflowStateWriter.Write(state, await instances.ExecutionsAsync(state.Id, cancellationToken), withValues: true) };
        if (state.SubStatus == WorkflowSubStatus.Faulted)
            return ElsaJson.Answer(answer, StatusCodes.Status500InternalServerError);
        response.Headers["x-elsa-response"] = "true";
        return ElsaJson.Answer(answer);
    }

    private static async Task<IResult> DispatchAsync(string definitionId, HttpRequest request, IWorkflowRuns runs, CancellationToken cancellationToken)
    {
        var id = await runs.DispatchAsync(Request(definitionId, await ElsaBody.ReadAsync(request, cancellationToken)), cancellationToken);
        return id is null ? Results.NotFound() : ElsaJson.Answer(new { WorkflowInstanceId = id });
    }

    private static async Task<IResult> BulkDispatchAsync(string definitionId, HttpRequest request, IWorkflowRuns runs, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var count = body.Find("count") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var asked) ? asked : 1;
        if (count is < 1 or > MostAtOnce)
            throw new ElsaRefusedException($"一次可以启动1至{MostAtOnce}个流程实例。");
        var ids = new List<string>();
        for (var index = 0; index < count; index++)
        {
            if (await runs.DispatchAsync(Request(definitionId, body) with { InstanceId = null }, cancellationToken) is not { } id)
                return Results.NotFound();
            ids.Add(id);
        }

        return ElsaJson.Answer(new { WorkflowInstanceIds = ids });
    }

    private static StartRequest Request(string definitionId, JsonElement body) => new(definitionId, DefinitionRequests.Version(body.Text("versionOptions"), VersionChoice.Published))
    {
        InstanceId = body.Text("instanceId") is { Length: > 0 } id ? InstanceId(id) : null,
        CorrelationId = body.Text("correlationId") is { Length: > 0 } correlation ? correlation : null,
        Name = body.Text("name"),
        TriggerActivityId = body.Text("triggerActivityId") is { Length: > 0 } trigger ? trigger : null,
        Input = body.Find("input").PlainMap(),
        Variables = body.Find("variables").PlainMap(),
    };

    // It stands in addresses and headers.
    private static string InstanceId(string id) => InstanceIdShape().IsMatch(id) ? id : throw new ElsaRefusedException("流程实例的标识（instanceId）只能用字母、数字和“.”“_”“-”“:”，最多100个字符。");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:-]{0,99}\z")]
    private static partial Regex InstanceIdShape();
}
