using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Repairs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Repairs;

/// <summary>流程修复: what fails, what doesn't agree, and documents that are moved.</summary>
internal static class RepairEndpoints
{
    public static void MapRepairs(this WebApplication app)
    {
        var group = app.MapGroup("/api/repairs").WithTags("流程修复").Guarded();
        group.MapGet("/faults", FaultsAsync).WithSummary("故障：没有走下去的流程、定时、期限和交接").RequireAuthorization(Permissions.Administer);
        group.MapPost("/faults/{id}/retry", RetryAsync).WithSummary("重试").Refuses(404).RequireAuthorization(Permissions.Administer);
        group.MapPost("/faults/{id}/skip", SkipAsync).WithSummary("略过出错的环节或期限").WithDescription("审核、会签环节按规定略过，理由记入办理过程。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Administer);
        group.MapPost("/faults/{id}/repair", RepairAsync).WithSummary("补任空缺岗位后重试").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Administer);
        group.MapGet("/reconciliation", ReconcileAsync).WithSummary("核对待办与流程，正常时为空").RequireAuthorization(Permissions.Administer);
        group.MapGet("/documents", SearchAsync).WithSummary("办理中的公文").RequireAuthorization(Permissions.DesignWorkflows);
        group.MapGet("/documents/{id}", ReadAsync).WithSummary("公文所在的环节、流程版本和可移到的环节").Refuses(404).RequireAuthorization(Permissions.DesignWorkflows);
        group.MapPost("/documents/{id}/jump", JumpAsync).WithSummary("移到指定环节，未办席位取消").WithDescription("key 相同的重复提交只移一次。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Administer);
        group.MapGet("/documents/{id}/move", PlanAsync).WithSummary("试算：换到另一版流程会怎样，不做任何改动").Refuses(404, 409).RequireAuthorization(Permissions.DesignWorkflows);
        group.MapPost("/documents/{id}/move", MoveAsync).WithSummary("换到另一版流程，文稿和意见保留").WithDescription("nodeId 不写为现在等待的环节，席位和期限不变。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.DesignWorkflows);
    }

    private static async Task<Ok<IReadOnlyList<FaultRow>>> FaultsAsync(IFaultDesk desk, CancellationToken cancellationToken) => TypedResults.Ok(await desk.ListAsync(cancellationToken));

    private static async Task<NoContent> RetryAsync(string id, ClaimsPrincipal user, IFaultDesk desk, CancellationToken cancellationToken)
    {
        await desk.RetryAsync(user.Identity!.Name!, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SkipAsync(string id, RepairReason request, ClaimsPrincipal user, IFaultDesk desk, CancellationToken cancellationToken)
    {
        await desk.SkipAsync(user.Identity!.Name!, id, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RepairAsync(string id, PostRepair request, ClaimsPrincipal user, IFaultDesk desk, CancellationToken cancellationToken)
    {
        await desk.RepairAsync(user.Identity!.Name!, id, request.PostId, request.PersonId, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ReconciliationState>> ReconcileAsync(ReconciliationWatch watch, CancellationToken cancellationToken) => TypedResults.Ok(await watch.LookAsync(cancellationToken));

    private static async Task<Ok<IReadOnlyList<RunningDocument>>> SearchAsync(IRepairDesk desk, CancellationToken cancellationToken, string? text = null) =>
        TypedResults.Ok(await desk.SearchAsync(text, cancellationToken));

    private static async Task<Ok<RepairView>> ReadAsync(string id, IRepairDesk desk, CancellationToken cancellationToken) => TypedResults.Ok(await desk.ReadAsync(id, cancellationToken));

    private static async Task<NoContent> JumpAsync(string id, JumpRequest request, ClaimsPrincipal user, IRepairDesk desk, CancellationToken cancellationToken)
    {
        await desk.JumpAsync(user.Identity!.Name!, id, request.NodeId, request.Reason, request.Key, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MovePlan>> PlanAsync(string id, int version, IRepairDesk desk, CancellationToken cancellationToken, string? nodeId = null) =>
        TypedResults.Ok(await desk.PlanMoveAsync(id, version, nodeId, cancellationToken));

    private static async Task<NoContent> MoveAsync(string id, MoveRequest request, ClaimsPrincipal user, IRepairDesk desk, CancellationToken cancellationToken)
    {
        await desk.MoveAsync(user.Identity!.Name!, id, request.Version, request.NodeId, request.Reason, request.Key, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>Why something is passed by.</summary>
internal sealed record RepairReason(string Reason);

/// <summary>Who is appointed to the post that nobody holds.</summary>
internal sealed record PostRepair(string PostId, string PersonId, string Reason);

/// <summary>Where a document is moved to, and why.</summary>
internal sealed record JumpRequest(string NodeId, string Reason, string? Key = null);

/// <summary>Which version a document goes on with.</summary>
/// <param name="NodeId">Null for the step that it waits at.</param>
internal sealed record MoveRequest(int Version, string Reason, string? NodeId = null, string? Key = null);
