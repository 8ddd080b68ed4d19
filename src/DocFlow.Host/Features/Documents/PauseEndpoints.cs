using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Pausing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>Stopping the work on a document for a while, and going on.</summary>
internal static class PauseEndpoints
{
    public static void MapPausing(this RouteGroupBuilder group)
    {
        group.MapPost("/{id}/pause", PauseAsync).WithSummary("暂停办理").WithDescription("拟稿人或办公室负责人；期间不能办理，期限不计。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/resume", ResumeAsync).WithSummary("恢复办理").WithDescription("期限按暂停占用的工作日顺延，不足一个工作日按一个工作日计。").Refuses(404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<NoContent> PauseAsync(string id, ReasonRequest request, ClaimsPrincipal user, IPauseDesk desk, CancellationToken cancellationToken)
    {
        await desk.PauseAsync(user.PersonId(), id, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResumeAsync(string id, ClaimsPrincipal user, IPauseDesk desk, CancellationToken cancellationToken)
    {
        await desk.ResumeAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}
