using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Tracking;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>The duty sentences of a document and what became of them.</summary>
internal static class DutyEndpoint
{
    public static void MapDuties(this RouteGroupBuilder group) => group.MapGet("/{id}/duties", ReadAsync).WithSummary("任务句：正文中的任务，各由谁落实、最近的反馈")
        .WithDescription("只列本人有权查看的任务。").Refuses(404).RequireAuthorization(Permissions.Work);

    private static async Task<Ok<DutySheet>> ReadAsync(string id, ClaimsPrincipal user, IDutyReading reading, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reading.ReadAsync(user.PersonId(), id, cancellationToken));
}
