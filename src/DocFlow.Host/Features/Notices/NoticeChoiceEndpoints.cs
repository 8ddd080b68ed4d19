using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Sending;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Notices;

/// <summary>What a person wants to be told outside the system.</summary>
internal static class NoticeChoiceEndpoints
{
    public static void MapNoticeChoices(this RouteGroupBuilder group)
    {
        group.MapGet("/choices", ReadAsync).WithSummary("本人的通知方式").RequireAuthorization(Permissions.Work);
        group.MapPut("/choices", SaveAsync).WithSummary("改通知方式").WithDescription("chosen 列出在系统之外还要送出的类别和方式；ways 不用写。").Refuses(400, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<NoticeChoiceSheet>> ReadAsync(ClaimsPrincipal user, INoticeChoices choices, CancellationToken cancellationToken) =>
        TypedResults.Ok(await choices.ReadAsync(user.PersonId(), cancellationToken));

    private static async Task<NoContent> SaveAsync(NoticeChoiceSheet sheet, ClaimsPrincipal user, INoticeChoices choices, CancellationToken cancellationToken)
    {
        await choices.SaveAsync(user.PersonId(), sheet, cancellationToken);
        return TypedResults.NoContent();
    }
}
