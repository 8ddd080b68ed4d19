using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Opinions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>Opinions on a document and what the drafter made of them.</summary>
internal static class OpinionEndpoints
{
    public static void MapOpinions(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/opinions", ReadAsync).WithSummary("会签和审核意见及采纳情况，按机构顺序").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapPut("/{id}/opinions/{seatId}", AnswerAsync).WithSummary("填写一条意见的采纳情况")
            .WithDescription("签发前由拟稿人填写，可以修改；部分采纳、不采纳须写明理由。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<OpinionSheet>> ReadAsync(string id, ClaimsPrincipal user, IOpinions opinions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await opinions.ReadAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<OpinionRow>> AnswerAsync(
        string id, string seatId, OpinionAnswerRequest request, ClaimsPrincipal user, IOpinions opinions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await opinions.AnswerAsync(user.PersonId(), id, seatId, request.Adoption, request.Reason, cancellationToken));
}

/// <summary>What was made of an opinion.</summary>
internal sealed record OpinionAnswerRequest(Adoption Adoption, string? Reason = null);
