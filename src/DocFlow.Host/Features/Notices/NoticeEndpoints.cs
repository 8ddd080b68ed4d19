using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Features.Circulation;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Notices;

/// <summary>A person's notices.</summary>
internal static class NoticeEndpoints
{
    private const int PageSize = 50;

    public static void MapNotices(this WebApplication app)
    {
        var group = app.MapGroup("/api/notices").WithTags("通知").Guarded();
        group.MapGet("/", ListAsync).WithSummary("本人的通知及未读数").RequireAuthorization(Permissions.Work);
        group.MapPost("/read-all", ReadAllAsync).WithSummary("全部标为已读").RequireAuthorization(Permissions.Work);
        group.MapNoticeChoices();
        group.MapPost("/{noticeId}/read", ReadAsync).WithSummary("标为已读").Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<NoticePage>> ListAsync(ClaimsPrincipal user, INoticeBoard board, int page = 0, CancellationToken cancellationToken = default)
    {
        var (rows, total) = await board.ListAsync(user.PersonId(), page, PageSize, cancellationToken);
        return TypedResults.Ok(new NoticePage(rows, total, await board.CountUnreadAsync(user.PersonId(), cancellationToken)));
    }

    private static async Task<Ok<MarkedRead>> ReadAllAsync(ClaimsPrincipal user, INoticeBoard board, CancellationToken cancellationToken) =>
        TypedResults.Ok(new MarkedRead(await board.ReadAllAsync(user.PersonId(), cancellationToken)));

    private static async Task<NoContent> ReadAsync(string noticeId, ClaimsPrincipal user, INoticeBoard board, CancellationToken cancellationToken)
    {
        await board.ReadAsync(user.PersonId(), noticeId, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>One page of notices.</summary>
/// <param name="Total">All notices.</param>
/// <param name="Unread">Those that weren't read.</param>
internal sealed record NoticePage(IReadOnlyList<NoticeRow> Rows, int Total, int Unread);
