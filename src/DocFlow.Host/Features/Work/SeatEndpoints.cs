using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Features.Documents;
using DocFlow.Office.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Work;

/// <summary>Deciding on seats.</summary>
internal static class SeatEndpoints
{
    public static void MapSeats(this RouteGroupBuilder group)
    {
        group.MapPost("/seats/{seatId}/outcome", DecideAsync).WithSummary("办理：同意、退回、签发等")
            .WithDescription("同一件工作只记录一次；重复提交得到第一次的结果。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/seats/{seatId}/transfer", TransferAsync).WithSummary("转办").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/seats/{seatId}/add", AddAsync).WithSummary("加签").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/seats/{seatId}/withdraw", WithdrawAsync).WithSummary("减签").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<SeatDecision>> DecideAsync(string seatId, SeatAnswer answer, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.DecideAsync(user.PersonId(), seatId, answer, cancellationToken));

    private static async Task<NoContent> TransferAsync(string seatId, SeatPersonRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken)
    {
        await desk.TransferAsync(user.PersonId(), seatId, request.PersonId, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AddedSeat>> AddAsync(string seatId, SeatPersonRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AddedSeat(await desk.AddAsync(user.PersonId(), seatId, request.PersonId, request.Reason, cancellationToken)));

    private static async Task<NoContent> WithdrawAsync(string seatId, ReasonRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken)
    {
        await desk.WithdrawAsync(user.PersonId(), seatId, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>Whom a seat is for, and why.</summary>
internal sealed record SeatPersonRequest(string PersonId, string Reason);

/// <summary>A seat that was added.</summary>
internal sealed record AddedSeat(string SeatId);
