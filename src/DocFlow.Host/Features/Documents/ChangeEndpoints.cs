using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Comparing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>The changes between two versions one by one, and what the drafter makes of them.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/changes", ReadAsync).WithSummary("两稿之间的逐处修改，及其是否改动义务、范围、时限、数量、责任单位")
            .WithDescription("from 缺省为本人上次所办（或所拟）的一稿，to 缺省为当前稿。").Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/changes", SettleAsync).WithSummary("拟稿人逐处接受或不接受修改，一次形成新的一稿")
            .WithDescription("refused 列出不接受的各处及理由，其余视为接受。version 不是最新的会被拒绝（409）。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<ChangeSheet>> ReadAsync(string id, int? from, int? to, ClaimsPrincipal user, IChangeDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(user.PersonId(), id, from, to, cancellationToken));

    private static async Task<Ok<SavedDraft>> SettleAsync(string id, ChangeRequest request, ClaimsPrincipal user, IChangeDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SavedDraft(await desk.SettleAsync(user.PersonId(), id, request.ToAnswer(), cancellationToken)));
}

/// <summary>What the drafter makes of the changes between two versions.</summary>
/// <param name="Version">The version that was read.</param>
/// <param name="Refused">The changes that are not taken; all others are.</param>
internal sealed record ChangeRequest(int From, int To, int Version, IReadOnlyList<RefusedChange>? Refused = null)
{
    public ChangeAnswer ToAnswer() => new(From, To, Version, (Refused ?? []).DistinctBy(change => change.Id).ToDictionary(change => change.Id, change => change.Reason ?? ""));
}

/// <summary>A change that is not taken.</summary>
/// <param name="Reason">Required.</param>
internal sealed record RefusedChange(int Id, string? Reason);
