using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Parts;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Administration;

/// <summary>How the system itself stands.</summary>
internal static class SystemEndpoints
{
    private const int PageSize = 50;

    public static void MapSystem(this WebApplication app)
    {
        var group = app.MapGroup("/api/system").WithTags("系统").Guarded();
        group.MapGet("/parts", Parts).WithSummary("字体等部件是否就绪").RequireAuthorization(Permissions.SignedIn);
        group.MapGet("/outbox", OutboxAsync).WithSummary("没有送达流程引擎的办理结果").RequireAuthorization(Permissions.Administer);
        group.MapPost("/outbox/{id}/send-again", SendAgainAsync).WithSummary("重新投递").Refuses(404).RequireAuthorization(Permissions.Administer);
        group.MapGet("/events/verify", VerifyAsync).WithSummary("核对全部办理记录的哈希链").RequireAuthorization(Permissions.Audit);
    }

    private static Ok<IReadOnlyList<SystemPart>> Parts(SystemParts parts) => TypedResults.Ok(parts.All);

    private static async Task<Ok<Paged<StuckMessage>>> OutboxAsync(IOutboxCare care, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await care.FailingAsync(page, PageSize, cancellationToken));

    private static async Task<NoContent> SendAgainAsync(string id, ClaimsPrincipal user, IOutboxCare care, CancellationToken cancellationToken)
    {
        await care.SendAgainAsync(user.Identity!.Name!, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ChainAnswer>> VerifyAsync(EventChainAudit audit, CancellationToken cancellationToken)
    {
        var finding = await audit.VerifyAsync(cancellationToken);
        return TypedResults.Ok(new ChainAnswer(finding is null, finding));
    }
}

/// <summary>Whether the chain of events is whole.</summary>
/// <param name="Finding">The first break.</param>
internal sealed record ChainAnswer(bool IsWhole, ChainFinding? Finding);
