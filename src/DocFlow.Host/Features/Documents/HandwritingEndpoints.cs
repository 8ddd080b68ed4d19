using System.Security.Claims;
using System.Text;
using DocFlow.Host.Accounts;
using DocFlow.Office.Handwriting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>Opinions that were written by hand, drawn by the server.</summary>
internal static class HandwritingEndpoints
{
    private const string Svg = "image/svg+xml";

    public static void MapHandwriting(this RouteGroupBuilder group) =>
        group.MapGet("/{id}/handwriting/{hash}", DrawAsync).WithSummary("手写意见（SVG）").WithDescription("hash 为意见或办理过程中的 handwritingHash。能看该公文意见的人才能看。")
            .Produces<Stream>(200, Svg).Refuses(404, 409).RequireAuthorization(Permissions.Work);

    private static async Task<FileContentHttpResult> DrawAsync(string id, string hash, ClaimsPrincipal user, IHandwritingReading reading, HttpResponse response, CancellationToken cancellationToken)
    {
        var drawn = await reading.DrawAsync(user.PersonId(), id, hash, cancellationToken);
        // A hand isn't left in a browser's store.
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(drawn), Svg);
    }
}
