using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>Looking at instances, ending and deleting them.</summary>
internal static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/workflow-instances", [HttpMethods.Get, HttpMethods.Post], ListAsync).Needs(ElsaPermissions.ReadInstances);
        api.MapGet("/workflow-instances/{id}", FindAsync).Needs(ElsaPermissions.ReadInstances).AlsoForViewers();
        api.MapGet("/workflow-instances/{id}/execution-state", StateAsync).Needs(ElsaPermissions.ReadInstances).AlsoForViewers();
        api.MapGet("/workflow-instances/{id}/variables", VariablesAsync).Needs(ElsaPermissions.ReadInstances).AlsoForViewers();
        api.MapPost("/workflow-instances/{id}/variables", SetVariablesAsync).Needs(ElsaPermissions.WriteInstances);
        api.MapDelete("/workflow-instances/{id}", DeleteAsync).Needs(ElsaPermissions.DeleteInstances);
        api.MapPost("/cancel/workflow-instances/{id}", CancelAsync).Needs(ElsaPermissions.CancelInstances);
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteManyAsync).Needs(ElsaPermissions.DeleteInstances);
        api.MapPost("/bulk-actions/cancel/workflow-instances", CancelManyAsync).Needs(ElsaPermissions.CancelInstances);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var page = await instances.ListAsync(InstanceRequests.Read(await ElsaBody.ReadAsync(request, cancellationToken), request.Query), cancellationToken);
        return ElsaJson.Answer(new JsonObject { ["items"] = new JsonArray([.. page.Items.Select(InstanceWriter.WriteSummary)]), ["totalCount"] = page.TotalCount });
    }

    private static async Task<IResult> FindAsync(string id, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        user.MayLookAt(id);
        return await instances.FindAsync(id, cancellationToken) is { } instance
            ? ElsaJson.Answer(InstanceWriter.Write(instance, await instances.ExecutionsAsync(id, cancellationToken), withValues: !user.SeesNoValues()))
            : Results.NotFound();
    }

    private static async Task<IResult> StateAsync(string id, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        user.MayLookAt(id);
        return await instances.FindAsync(id, cancellationToken) is { Summary: var summary }
            ? ElsaJson.Answer(new { summary.Status, summary.SubStatus, summary.UpdatedAt })
            : Results.NotFound();
    }

    private static async Task<IResult> VariablesAsync(string id, ClaimsPrincipal user, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        user.MayLookAt(id);
        return Answer(await instances.VariablesAsync(id, cancellationToken), withValues: !user.SeesNoValues());
    }

    private static async Task<IResult> SetVariablesAsync(string id, HttpRequest request, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, JsonNode?>();
        if ((await ElsaBody.ReadAsync(request, cancellationToken)).Find("variables") is { ValueKind: JsonValueKind.Array } variables)
        {
            foreach (var variable in variables.EnumerateArray())
                values[variable.Text("id") ?? throw new ElsaRefusedException("变量缺少 id。")] = variable.Find("value").Node();
        }

        return Answer(await instances.SetVariablesAsync(id, values, cancellationToken), withValues: true);
    }

    private static IResult Answer(IReadOnlyList<InstanceVariable>? variables, bool withValues)
    {
        if (variables is null)
            return Results.NotFound();
        var items = variables.Select(variable =>
        {
            var item = new JsonObject { ["id"] = variable.Id, ["name"] = variable.Name };
            if (withValues && variable.Value is { } value)
                item["value"] = value.DeepClone();
            return item;
        });
        return ElsaJson.Answer(new JsonObject { ["items"] = new JsonArray([.. items]), ["count"] = variables.Count });
    }

    private static async Task<IResult> DeleteAsync(string id, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        if (await instances.FindAsync(id, cancellationToken) is null)
            return Results.NotFound();
        return await instances.DeleteAsync([id], cancellationToken) > 0 ? Results.NoContent() : throw new ElsaRefusedException("这个流程正在办理公文，不能删除。");
    }

    private static async Task<IResult> CancelAsync(string id, IWorkflowInstances instances, IWorkflowRuns runs, CancellationToken cancellationToken)
    {
        if (await instances.FindAsync(id, cancellationToken) is null)
            return Results.NotFound();
        // One that is over stays as it is.
        await runs.CancelAsync([id], cancellationToken);
        return Results.Ok();
    }

    private static async Task<IResult> DeleteManyAsync(HttpRequest request, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        var ids = BulkIds.Read(await ElsaBody.ReadAsync(request, cancellationToken), "ids");
        return ElsaJson.Answer(new { Deleted = ids.Count == 0 ? 0 : await instances.DeleteAsync(ids, cancellationToken) });
    }

    private static async Task<IResult> CancelManyAsync(HttpRequest request, IWorkflowInstances instances, IWorkflowRuns runs, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        IReadOnlyCollection<string> ids = BulkIds.Read(body, "ids");
        if (ids.Count == 0 && await MeantAsync(body, definitions, cancellationToken) is { } query)
            ids = [.. (await instances.ListAsync(query, cancellationToken)).Items.Select(instance => instance.Id)];
        return ElsaJson.Answer(new { Cancelled = ids.Count == 0 ? 0 : await runs.CancelAsync(ids, cancellationToken) });
    }

    // Those of a version, or of a definition in one version.
    private static async Task<InstanceQuery?> MeantAsync(JsonElement body, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var running = new InstanceQuery { Statuses = [WorkflowStatus.Running] };
        if (body.Text("definitionVersionId") is { Length: > 0 } versionId)
            return running with { DefinitionVersionId = versionId };
        if (body.Text("definitionId") is not { Length: > 0 } definitionId)
            return null;
        var choice = DefinitionRequests.Version(body.Text("versionOptions"), new VersionChoice(VersionKind.AllVersions));
        if (choice.Kind == VersionKind.AllVersions)
            return running with { DefinitionIds = [definitionId] };
        return await definitions.FindAsync(definitionId, choice, cancellationToken) is { } version ? running with { DefinitionVersionId = version.Summary.VersionId } : null;
    }
}
