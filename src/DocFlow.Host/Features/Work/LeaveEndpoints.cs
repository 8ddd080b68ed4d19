using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Leaves;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Work;

/// <summary>Being away for a time.</summary>
internal static class LeaveEndpoints
{
    public static void MapLeaves(this RouteGroupBuilder group)
    {
        group.MapGet("/leaves", ListAsync).WithSummary("本人及所管科室人员的请假").RequireAuthorization(Permissions.Work);
        group.MapPost("/leaves", TakeAsync).WithSummary("登记请假（离岗）").WithDescription("期间其岗位的新工作由B角办理；personId 不写为本人。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/leaves/{id}/end", EndAsync).WithSummary("销假").Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<LeaveRow>>> ListAsync(ClaimsPrincipal user, ILeaveDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(user.PersonId(), cancellationToken));

    private static async Task<Ok<TakenLeave>> TakeAsync(LeaveRequest request, ClaimsPrincipal user, ILeaveDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new TakenLeave(await desk.TakeAsync(user.PersonId(), request, cancellationToken)));

    private static async Task<NoContent> EndAsync(string id, ClaimsPrincipal user, ILeaveDesk desk, CancellationToken cancellationToken)
    {
        await desk.EndAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A leave that was recorded.</summary>
internal sealed record TakenLeave(string Id);
