using System.Security.Claims;
using System.Text.Json;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Saving, publishing, retracting and deleting definitions.</summary>
internal static class DefinitionChangeEndpoints
{
    public static void MapDefinitionChanges(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions", SaveAsync).Needs(ElsaPermissions.WriteDefinitions);
        api.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync).Needs(ElsaPermissions.PublishDefinitions);
        api.MapPost("/workflow-definitions/{definitionId}/retract", RetractAsync).Needs(ElsaPermissions.RetractDefinitions);
        api.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", RevertAsync).Needs(ElsaPermissions.WriteDefinitions);
        api.MapPost("/workflow-definitions/{definitionId}/update-references", UpdateReferencesAsync).Needs(ElsaPermissions.PublishDefinitions);
        api.MapDelete("/workflow-definitions/{definitionId}", DeleteAsync).Needs(ElsaPermissions.DeleteDefinitions);
        api.MapDelete("/workflow-definitions/{definitionId}/version/{version:int}", DeleteNumberAsync).Needs(ElsaPermissions.DeleteDefinitions);
        api.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync).Needs(ElsaPermissions.DeleteDefinitions);
    }

    /// <summary>What became of a save or publication, as clients read it.</summary>
    public static async Task<IResult> AnswerAsync(SavedDefinition saved, ClaimsPrincipal user, DefinitionModelWriter writer)
    {
        var findings = saved.Findings ?? [];
        var errors = findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => new ValidationNote(finding.ToString()));
        return ElsaJson.Answer(new SavedAnswer(await writer.WriteAsync(saved.Definition, user), saved.AlreadyPublished, saved.ConsumingWorkflowCount, [.. errors], findings.Count > 0 ? findings : null));
    }

    private static async Task<IResult> SaveAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        if (body.Find("model") is not { ValueKind: JsonValueKind.Object } model)
            throw new ElsaRefusedException("请求中没有流程定义（model）。");
        var publish = body.Flag("publish");
        if (publish && !PermissionRequirement.Has(user, ElsaPermissions.PublishDefinitions))
            throw new ElsaRefusedException("您可以保存草稿，但没有发布流程的权限。") { Status = StatusCodes.Status403Forbidden };
        return await AnswerAsync(await definitions.SaveAsync(model.GetRawText(), publish, cancellationToken), user, writer);
    }

    private static async Task<IResult> PublishAsync(string definitionId, ClaimsPrincipal user, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken) =>
        await definitions.PublishAsync(definitionId, cancellationToken) is { } saved ? await AnswerAsync(saved, user, writer) : Results.NotFound();

    private static async Task<IResult> RetractAsync(string definitionId, ClaimsPrincipal user, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken)
    {
        if (await definitions.RetractAsync(definitionId, cancellationToken) is not { } saved)
            return Results.NotFound();
        return saved.AlreadyPublished
            ? ElsaJson.Answer(await writer.WriteAsync(saved.Definition, user))
            : throw new ElsaRefusedException($"流程“{definitionId}”没有发布，不能停用。");
    }

    private static async Task<IResult> RevertAsync(string definitionId, int version, IWorkflowDefinitions definitions, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await definitions.RevertAsync(definitionId, version, cancellationToken) is not { } reverted)
            return Results.NotFound();
        response.Headers.Location = $"{ElsaApi.Root}/workflow-definitions/by-id/{reverted.Summary.VersionId}";
        return ElsaJson.Answer(DefinitionRow.Of(reverted.Summary, user: null), StatusCodes.Status201Created);
    }

    private static async Task<IResult> UpdateReferencesAsync(string definitionId, IWorkflowDefinitions definitions, CancellationToken cancellationToken) =>
        ElsaJson.Answer(new { AffectedWorkflows = await definitions.UpdateReferencesAsync(definitionId, cancellationToken) });

    private static async Task<IResult> DeleteAsync(string definitionId, IWorkflowDefinitions definitions, CancellationToken cancellationToken) =>
        await definitions.DeleteAsync(definitionId, cancellationToken) > 0 ? Results.NoContent() : Results.NotFound();

    private static async Task<IResult> DeleteNumberAsync(string definitionId, int version, IWorkflowDefinitions definitions, CancellationToken cancellationToken) =>
        await definitions.FindAsync(definitionId, new VersionChoice(VersionKind.Number, version), cancellationToken) is { } found
        && await definitions.DeleteVersionAsync(found.Summary.VersionId, cancellationToken)
            ? Results.Ok()
            : Results.NotFound();

    private static async Task<IResult> DeleteVersionAsync(string id, IWorkflowDefinitions definitions, CancellationToken cancellationToken) =>
        await definitions.DeleteVersionAsync(id, cancellationToken) ? Results.NoContent() : Results.NotFound();
}
