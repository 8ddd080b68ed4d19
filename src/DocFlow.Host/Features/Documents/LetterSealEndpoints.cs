using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Matters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>Seals on documents that went out before they were sealed.</summary>
internal static class LetterSealEndpoints
{
    public static void MapLetterSeals(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/letters", WaitingAsync).WithSummary("已经发出、等待用印的文书").WithDescription("监印岗位；其他人为空。").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/letters/{name}/seal", SealAsync).WithSummary("为催办函、变更通知等先发后印的文书用印").WithDescription("监印岗位；申请人为发出的人，系统发出的为事项的登记人，须是另一人。").Refuses(400, 404, 409).RequireAuthorization(Permissions.Work);
    }

    private static Task<IReadOnlyList<string>> WaitingAsync(string id, ClaimsPrincipal user, ILetterSealDesk desk, CancellationToken cancellationToken) =>
        desk.WaitingAsync(user.PersonId(), id, cancellationToken);

    private static async Task<NoContent> SealAsync(string id, string name, ClaimsPrincipal user, ILetterSealDesk desk, CancellationToken cancellationToken)
    {
        await desk.SealAsync(user.PersonId(), id, name, cancellationToken);
        return TypedResults.NoContent();
    }
}
