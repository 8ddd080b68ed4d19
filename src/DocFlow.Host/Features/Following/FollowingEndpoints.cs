using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Following;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Following;

/// <summary>Following documents.</summary>
internal static class FollowingEndpoints
{
    private const int PageSize = 50;

    public static void MapFollowing(this WebApplication app)
    {
        app.MapGet("/api/followed", ListAsync).WithTags("关注").WithSummary("关注的公文").Guarded().RequireAuthorization(Permissions.Work);
        var group = app.MapGroup("/api/documents").WithTags("关注").Guarded();
        group.MapPut("/{id}/follow", FollowAsync).WithSummary("关注").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapDelete("/{id}/follow", LeaveAsync).WithSummary("取消关注").RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<Paged<FollowRow>>> ListAsync(ClaimsPrincipal user, IFollowing following, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await following.ListAsync(user.PersonId(), page, PageSize, cancellationToken));

    private static async Task<NoContent> FollowAsync(string id, ClaimsPrincipal user, IFollowing following, CancellationToken cancellationToken)
    {
        await following.FollowAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LeaveAsync(string id, ClaimsPrincipal user, IFollowing following, CancellationToken cancellationToken)
    {
        await following.LeaveAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}
