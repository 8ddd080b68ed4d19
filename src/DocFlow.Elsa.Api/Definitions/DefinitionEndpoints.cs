using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Looking at definitions.</summary>
internal static class DefinitionEndpoints
{
    private static readonly VersionChoice Everything = new(VersionKind.AllVersions);

    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions", ListAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/many-by-id", ManyAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/by-definition-id/{definitionId}", FindAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/{definitionId}", FindAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/by-id/{id}", FindVersionAsync).Needs(ElsaPermissions.ReadDefinitions).AlsoForViewers();
        api.MapGet("/workflow-definitions/by-id/{id}/findings", FindingsAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/{definitionId}/versions", VersionsAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/{definitionId}/consumers", ConsumersAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/query/count", CountAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapGet("/workflow-definitions/validation/is-name-unique", IsNameUniqueAsync).Needs(ElsaPermissions.ReadDefinitions);
    }

    /// <summary>Whether an account may see a version: a token for one instance, that of its instance.</summary>
    public static async Task MayLookAtAsync(ClaimsPrincipal user, string versionId, IWorkflowInstances instances, CancellationToken cancellationToken)
    {
        if (user.BoundTo() is { } bound && (await instances.FindAsync(bound, cancellationToken))?.Summary.DefinitionVersionId != versionId)
            user.MayLookAt(null);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var page = await definitions.ListAsync(DefinitionRequests.List(request.Query), cancellationToken);
        return ElsaJson.Answer(new DefinitionPage([.. page.Items.Select(summary => DefinitionRow.Of(summary, user))], page.TotalCount, DefinitionLink.OfList(user)));
    }

    private static async Task<IResult> ManyAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken)
    {
        var models = new List<JsonObject>();
        foreach (var id in DefinitionRequests.Many(request.Query, "ids") ?? [])
        {
            if (await definitions.FindVersionAsync(id, cancellationToken) is { } version)
                models.Add(await writer.WriteAsync(version, user));
        }

        return ElsaJson.Answer(new ListAnswer<JsonObject>(models, models.Count));
    }

    private static async Task<IResult> FindAsync(
        string definitionId, HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken) =>
        await definitions.FindAsync(definitionId, DefinitionRequests.Version(request.Query["versionOptions"], VersionChoice.Latest), cancellationToken) is { } version
            ? ElsaJson.Answer(await writer.WriteAsync(version, user))
            : Results.NotFound();

    private static async Task<IResult> FindVersionAsync(
        string id, ClaimsPrincipal user, IWorkflowDefinitions definitions, IWorkflowInstances instances, DefinitionModelWriter writer, ViewerModel viewer, CancellationToken cancellationToken)
    {
        await MayLookAtAsync(user, id, instances, cancellationToken);
        return await definitions.FindVersionAsync(id, cancellationToken) is { } version ? ElsaJson.Answer(await viewer.OfAsync(await writer.WriteAsync(version, user), user)) : Results.NotFound();
    }

    // Not Elsa's: what saving and publishing tell, for a designer who has just opened the version.
    private static async Task<IResult> FindingsAsync(string id, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken) =>
        await definitions.FindVersionAsync(id, cancellationToken) is { } version ? ElsaJson.Answer(new { Findings = DefinitionValidator.Check(writer.Read(version)) }) : Results.NotFound();

    private static async Task<IResult> VersionsAsync(string definitionId, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken)
    {
        var query = new DefinitionQuery { Versions = Everything, DefinitionIds = [definitionId], Order = DefinitionOrder.Version, Descending = true };
        var rows = new List<JsonObject>();
        foreach (var summary in (await definitions.ListAsync(query, cancellationToken)).Items)
        {
            if (await definitions.FindVersionAsync(summary.VersionId, cancellationToken) is { } version)
                rows.Add(await VersionAsync(version, writer));
        }

        return ElsaJson.Answer(rows);
    }

    // The form in which the real server stores a version.
    private static async Task<JsonObject> VersionAsync(DefinitionVersion version, DefinitionModelWriter writer)
    {
        var model = await writer.WriteAsync(version);
        var root = model["root"]!.ToJsonString(ElsaJson.Options);
        model.Remove("root");
        foreach (var variable in model["variables"]!.AsArray())
        {
            var isArray = variable!["isArray"]!.GetValue<bool>();
            variable.AsObject().Remove("isArray");
            if (isArray)
                variable["typeName"] = $"{variable["typeName"]}[]";
        }

        model["materializerName"] = DefinitionRow.Materializer;
        model["stringData"] = root;
        return model;
    }

    private static async Task<IResult> ConsumersAsync(string definitionId, IWorkflowDefinitions definitions, CancellationToken cancellationToken) =>
        ElsaJson.Answer(new { ConsumingWorkflowDefinitionIds = await definitions.ConsumersAsync(definitionId, cancellationToken) });

    private static async Task<IResult> CountAsync(IWorkflowDefinitions definitions, CancellationToken cancellationToken) =>
        ElsaJson.Answer(new { Count = await definitions.CountAsync(cancellationToken) });

    private static async Task<IResult> IsNameUniqueAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var except = request.Query["definitionId"].ToString();
        return ElsaJson.Answer(new { IsUnique = await definitions.IsNameUniqueAsync(request.Query["name"].ToString(), except.Length > 0 ? except : null, cancellationToken) });
    }
}
