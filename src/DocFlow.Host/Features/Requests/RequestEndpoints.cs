using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Queries;
using DocFlow.Office.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Requests;

/// <summary>What a unit has sent to the office, as the unit itself sees it.</summary>
internal static class RequestEndpoints
{
    private const int PageSize = 50;

    public static void MapRequests(this WebApplication app)
    {
        var group = app.MapGroup("/api/requests").WithTags("办事").Guarded();
        group.MapGet("/", ListAsync).WithSummary("本单位报送的来文：办理状态和答复").RequireAuthorization(Permissions.Work);
        group.MapGet("/answered-by/{id}", AnsweredByAsync).WithSummary("收到的公文答复了本单位的哪件来文").Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<Paged<OwnRequest>>> ListAsync(ClaimsPrincipal user, IOwnRequests requests, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await requests.ListAsync(user.PersonId(), page, PageSize, cancellationToken));

    private static async Task<Results<Ok<OwnRequest>, NotFound>> AnsweredByAsync(string id, ClaimsPrincipal user, IOwnRequests requests, CancellationToken cancellationToken) =>
        await requests.AnsweredByAsync(user.PersonId(), id, cancellationToken) is { } request ? TypedResults.Ok(request) : TypedResults.NotFound();
}
