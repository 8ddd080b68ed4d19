using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Distributing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>What the registry does with a document that was sent out.</summary>
internal static class DistributionEndpoints
{
    public static void MapDistribution(this RouteGroupBuilder group)
    {
        group.MapPost("/{id}/supplements", SupplementAsync).WithSummary("补发").WithDescription("文印室；增加收文单位，原有记录不变。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/correctable", ReadAsync).WithSummary("可更正的正文和附件").Refuses(404, 409).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/corrections", CorrectAsync).WithSummary("更正").WithDescription("文印室；由第二人用印后发给原收文单位（原件未用印的，立即发出），原件保留并标明“已更正”，文号、签发和收文单位不变。")
            .Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/corrections/{version:int}/seal", SealAsync).WithSummary("更正用印").WithDescription("监印人，且不是提出更正的人；用印后发给原收文单位。").Refuses(404, 409).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/corrections/{version:int}/refuse", RefuseAsync).WithSummary("退回更正").WithDescription("监印人，且不是提出更正的人；原件继续有效。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/urge-receipts", UrgeAsync).WithSummary("催签收").WithDescription("文印室；一小时一次。").Refuses(404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<NoContent> SupplementAsync(string id, SupplementOrder order, ClaimsPrincipal user, IDistributionDesk desk, CancellationToken cancellationToken)
    {
        await desk.SupplementAsync(user.PersonId(), id, order, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<CorrectableText>> ReadAsync(string id, ClaimsPrincipal user, IDistributionDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<CorrectedVersion>> CorrectAsync(string id, CorrectionOrder order, ClaimsPrincipal user, IDistributionDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new CorrectedVersion(await desk.CorrectAsync(user.PersonId(), id, order, cancellationToken)));

    private static async Task<NoContent> SealAsync(string id, int version, ClaimsPrincipal user, IDistributionDesk desk, CancellationToken cancellationToken)
    {
        await desk.SealCorrectionAsync(user.PersonId(), id, version, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RefuseAsync(string id, int version, RefusedCorrection refused, ClaimsPrincipal user, IDistributionDesk desk, CancellationToken cancellationToken)
    {
        await desk.RefuseCorrectionAsync(user.PersonId(), id, version, refused.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<UrgedUnits>> UrgeAsync(string id, ClaimsPrincipal user, IDistributionDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new UrgedUnits(await desk.UrgeAsync(user.PersonId(), id, cancellationToken)));
}

/// <summary>The corrected text (第n稿).</summary>
internal sealed record CorrectedVersion(int Version);

/// <summary>Why a correction is given back.</summary>
internal sealed record RefusedCorrection(string Reason);

/// <summary>Which recipients were told.</summary>
internal sealed record UrgedUnits(IReadOnlyList<string> Names);
