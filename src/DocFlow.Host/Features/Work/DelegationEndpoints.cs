using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Delegations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Work;

/// <summary>Leaving one's work to another for a time.</summary>
internal static class DelegationEndpoints
{
    public static void MapDelegations(this RouteGroupBuilder group)
    {
        group.MapGet("/delegations", ListAsync).WithSummary("我的委托和受托").RequireAuthorization(Permissions.Work);
        group.MapPost("/delegations", CreateAsync).WithSummary("委托代理").WithDescription("签发、用印不随委托转移；一次最长90天。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/delegations/{id}/revoke", RevokeAsync).WithSummary("撤销委托").Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<DelegationRow>>> ListAsync(ClaimsPrincipal user, IDelegationDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(user.PersonId(), cancellationToken));

    private static async Task<Ok<CreatedDelegation>> CreateAsync(DelegationRequest request, ClaimsPrincipal user, IDelegationDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new CreatedDelegation(await desk.CreateAsync(user.PersonId(), request, cancellationToken)));

    private static async Task<NoContent> RevokeAsync(string id, ClaimsPrincipal user, IDelegationDesk desk, CancellationToken cancellationToken)
    {
        await desk.RevokeAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A delegation that was made.</summary>
internal sealed record CreatedDelegation(string Id);
