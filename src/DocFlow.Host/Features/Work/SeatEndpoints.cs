using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Features.Documents;
using DocFlow.Office.Desks;
using DocFlow.Office.WorkItems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Work;

/// <summary>Deciding on seats.</summary>
internal static class SeatEndpoints
{
    public static void MapSeats(this RouteGroupBuilder group)
    {
        group.MapPost("/seats/{seatId}/outcome", DecideAsync).WithSummary("办理：同意、退回、签发等")
            .WithDescription("同一件工作只记录一次；重复提交得到第一次的结果。handwriting 为手写意见：strokes 中每笔的 points 依次为 x（0至2000）、y（0至1000）和 pressure（0至1，可省）。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/seats/{seatId}/transfer", TransferAsync).WithSummary("转办").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/seats/{seatId}/add", AddAsync).WithSummary("加签").WithDescription("place：Beside 并、Before 前、After 后；不写为并。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/seats/{seatId}/withdraw", WithdrawAsync).WithSummary("减签").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/documents/{id}/cosigners", AddCosignerAsync).WithSummary("增加会签单位").WithDescription("会签进行中，由拟稿单位所属办公室的负责人。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/documents/{id}/take-back", TakeBackAsync).WithSummary("取回").WithDescription("下一环节无人打开、办理之前。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/documents/{id}/urge", UrgeAsync).WithSummary("催办").WithDescription("对同一席位一小时一次；seatId 不写为全部待办席位。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<SeatDecision>> DecideAsync(string seatId, SeatAnswer answer, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.DecideAsync(user.PersonId(), seatId, answer, cancellationToken));

    private static async Task<NoContent> TransferAsync(string seatId, SeatPersonRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken)
    {
        await desk.TransferAsync(user.PersonId(), seatId, request.PersonId, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AddedSeat>> AddAsync(string seatId, AddSeatRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AddedSeat(await desk.AddAsync(user.PersonId(), seatId, request.PersonId, request.Reason, request.Place, cancellationToken)));

    private static async Task<Ok<AddedSeat>> AddCosignerAsync(string id, SeatPersonRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AddedSeat(await desk.AddCosignerAsync(user.PersonId(), id, request.PersonId, request.Reason, cancellationToken)));

    private static async Task<NoContent> WithdrawAsync(string seatId, ReasonRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken)
    {
        await desk.WithdrawAsync(user.PersonId(), seatId, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBackAsync(string id, TakeBackRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken)
    {
        await desk.TakeBackAsync(user.PersonId(), id, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<UrgedPeople>> UrgeAsync(string id, UrgeRequest request, ClaimsPrincipal user, ISeatDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new UrgedPeople(await desk.UrgeAsync(user.PersonId(), id, request.Text, request.SeatId, cancellationToken)));
}

/// <summary>Whom a seat is for, and why.</summary>
internal sealed record SeatPersonRequest(string PersonId, string Reason);

/// <summary>Whom a seat is added for, why, and when it comes.</summary>
internal sealed record AddSeatRequest(string PersonId, string Reason, SeatPlace Place = SeatPlace.Beside);

/// <summary>Why a document is taken back.</summary>
internal sealed record TakeBackRequest(string? Reason = null);

/// <summary>What is said to those whom a document waits for.</summary>
/// <param name="SeatId">One of them; null for all.</param>
internal sealed record UrgeRequest(string Text, string? SeatId = null);

/// <summary>Who was told.</summary>
internal sealed record UrgedPeople(IReadOnlyList<string> Names);

/// <summary>A seat that was added.</summary>
internal sealed record AddedSeat(string SeatId);
