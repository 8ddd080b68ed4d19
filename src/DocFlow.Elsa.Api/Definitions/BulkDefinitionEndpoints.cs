using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Acts on many definitions at once. Each one is an act of its own: what fails doesn't hold up the others.</summary>
internal static class BulkDefinitionEndpoints
{
    public static void MapBulkDefinitions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", DeleteAsync).Needs(ElsaPermissions.DeleteDefinitions);
        api.MapPost("/bulk-actions/delete/workflow-definitions/by-id", DeleteVersionsAsync).Needs(ElsaPermissions.DeleteDefinitions);
        api.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", PublishAsync).Needs(ElsaPermissions.PublishDefinitions);
        api.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", RetractAsync).Needs(ElsaPermissions.RetractDefinitions);
        api.MapPost("/actions/workflow-definitions/refresh", RefreshAsync).Needs(ElsaPermissions.PublishDefinitions);
        api.MapPost("/actions/workflow-definitions/reload", () => Results.Ok()).Needs(ElsaPermissions.PublishDefinitions);
    }

    private static async Task<IReadOnlyList<string>> DefinitionIdsAsync(HttpRequest request, CancellationToken cancellationToken) =>
        BulkIds.Read(await ElsaBody.ReadAsync(request, cancellationToken), "definitionIds");

    private static async Task<IResult> DeleteAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var id in await DefinitionIdsAsync(request, cancellationToken))
            deleted += await definitions.DeleteAsync(id, cancellationToken);
        return ElsaJson.Answer(new { Deleted = deleted });
    }

    private static async Task<IResult> DeleteVersionsAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var id in BulkIds.Read(await ElsaBody.ReadAsync(request, cancellationToken), "ids"))
            deleted += await definitions.DeleteVersionAsync(id, cancellationToken) ? 1 : 0;
        return ElsaJson.Answer(new { Deleted = deleted });
    }

    private static async Task<IResult> PublishAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var answer = new PublishedAnswer();
        foreach (var id in await DefinitionIdsAsync(request, cancellationToken))
        {
            try
            {
                if (await definitions.PublishAsync(id, cancellationToken) is not { } saved)
                    answer.NotFound.Add(id);
                else
                    (saved.AlreadyPublished ? answer.AlreadyPublished : answer.Published).Add(id);
            }
            catch (DefinitionRefusedException)
            {
                answer.Failed.Add(id);
            }
            catch (ReadonlyDefinitionException)
            {
                answer.Skipped.Add(id);
            }
        }

        return ElsaJson.Answer(answer);
    }

    private static async Task<IResult> RetractAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var answer = new RetractedAnswer();
        foreach (var id in await DefinitionIdsAsync(request, cancellationToken))
        {
            try
            {
                if (await definitions.RetractAsync(id, cancellationToken) is not { } saved)
                    answer.NotFound.Add(id);
                else
                    (saved.AlreadyPublished ? answer.Retracted : answer.AlreadyRetracted).Add(id);
            }
            catch (ReadonlyDefinitionException)
            {
                answer.Skipped.Add(id);
            }
        }

        return ElsaJson.Answer(answer);
    }

    // Definitions are read as they are stored: there is nothing to refresh, only to look up.
    private static async Task<IResult> RefreshAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var (found, missing) = (new List<string>(), new List<string>());
        foreach (var id in await DefinitionIdsAsync(request, cancellationToken))
            (await definitions.FindAsync(id, VersionChoice.Latest, cancellationToken) is null ? missing : found).Add(id);
        return ElsaJson.Answer(new { Refreshed = found, NotFound = missing });
    }
}

/// <summary>What became of a bulk publication.</summary>
internal sealed record PublishedAnswer
{
    public List<string> Published { get; } = [];

    public List<string> AlreadyPublished { get; } = [];

    public List<string> NotFound { get; } = [];

    public List<string> Skipped { get; } = [];

    public List<string> UpdatedConsumers { get; } = [];

    public List<string> Failed { get; } = [];

    public Dictionary<string, string> Warnings { get; } = [];
}

/// <summary>What became of a bulk retraction.</summary>
internal sealed record RetractedAnswer
{
    public List<string> Retracted { get; } = [];

    public List<string> AlreadyRetracted { get; } = [];

    public List<string> Skipped { get; } = [];

    public List<string> NotPublished { get; } = [];

    public List<string> NotFound { get; } = [];
}
