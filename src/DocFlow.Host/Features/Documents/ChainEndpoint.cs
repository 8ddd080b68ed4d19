using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Chains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>The whole chain of a document or matter.</summary>
internal static class ChainEndpoint
{
    public static void MapChain(this RouteGroupBuilder group) => group.MapGet("/{id}/chain", ReadAsync).WithSummary("全链：由来的和由此产生的公文、事项")
        .WithDescription("只含本人有权查看的；夹在其间无权查看的只占位置，没有内容。").Refuses(404).RequireAuthorization(Permissions.Work);

    private static async Task<Ok<ChainView>> ReadAsync(string id, ClaimsPrincipal user, IMatterChain chain, CancellationToken cancellationToken) =>
        TypedResults.Ok(await chain.ReadAsync(user.PersonId(), id, cancellationToken));
}
