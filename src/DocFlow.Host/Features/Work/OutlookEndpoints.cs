using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Desks;
using DocFlow.Office.Outlooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Work;

/// <summary>What will happen next, asked before it is done.</summary>
internal static class OutlookEndpoints
{
    private const string DefaultProcedure = "policy-document";

    public static void MapOutlooks(this RouteGroupBuilder group)
    {
        group.MapGet("/seats/{seatId}/outlook", OfSeatAsync).WithSummary("选择某一结果后，下一步送给谁")
            .WithDescription("outcome 为办理结果；退回时可加 returnTo（退回到的环节）和 straightBack（直送退回人）。什么也不改变。").Refuses(400, 404, 409).RequireAuthorization(Permissions.Work);
        group.MapGet("/documents/{id}/outlook", OfDraftAsync).WithSummary("送审后，下一步送给谁").Refuses(404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<Outlook>> OfSeatAsync(
        string seatId, ClaimsPrincipal user, IProcedureOutlook outlooks, string outcome = "", string? returnTo = null, bool straightBack = false, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await outlooks.OfAnswerAsync(user.PersonId(), seatId, new SeatAnswer(outcome, StraightBack: straightBack, ReturnTo: returnTo), cancellationToken));

    private static async Task<Ok<Outlook>> OfDraftAsync(string id, ClaimsPrincipal user, IProcedureOutlook outlooks, string? procedure = null, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await outlooks.OfStartAsync(user.PersonId(), id, procedure ?? DefaultProcedure, cancellationToken));
}
