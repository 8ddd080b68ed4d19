using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Administration;

/// <summary>What the office decides once for all documents, and which leader is in charge of which unit.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this WebApplication app)
    {
        var group = app.MapGroup("/api/system").WithTags("系统").Guarded();
        group.MapGet("/rules", ReadAsync).WithSummary("办理规则").RequireAuthorization(Permissions.SignedIn);
        group.MapPut("/rules", ChangeAsync).WithSummary("改办理规则").Refuses(400, 415).RequireAuthorization(Permissions.Administer);
        group.MapGet("/leadership", LeadershipAsync).WithSummary("分管领导").RequireAuthorization(Permissions.SignedIn);
        group.MapPut("/leadership/{unitId}", SetAsync).WithSummary("定分管领导").WithDescription("postId 为空则不设。").Refuses(400, 404, 415).RequireAuthorization(Permissions.Administer);
    }

    private static async Task<Ok<OfficeRules>> ReadAsync(IOfficeRuleDesk desk, CancellationToken cancellationToken) => TypedResults.Ok(await desk.ReadAsync(cancellationToken));

    private static async Task<NoContent> ChangeAsync(OfficeRules rules, ClaimsPrincipal user, IOfficeRuleDesk desk, CancellationToken cancellationToken)
    {
        await desk.ChangeAsync(user.Identity!.Name!, rules, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<LeadershipRow>>> LeadershipAsync(ILeadership leadership, CancellationToken cancellationToken) => TypedResults.Ok(await leadership.ListAsync(cancellationToken));

    private static async Task<NoContent> SetAsync(string unitId, LeaderRequest request, ClaimsPrincipal user, ILeadership leadership, CancellationToken cancellationToken)
    {
        await leadership.SetAsync(user.Identity!.Name!, unitId, request.PostId, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>Which post is to be in charge.</summary>
internal sealed record LeaderRequest(string? PostId);
