using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Drafting;
using DocFlow.Office;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>The pages of a draft while it is typed, for the drafter only.</summary>
internal static class DraftPageEndpoint
{
    public static void MapDraftPages(this WebApplication app) =>
        app.MapGet("/api/preview/pages/{name}", Picture).WithTags("公文").WithSummary("起草中文稿的一页（PNG）")
            .Produces<Stream>(200, "image/png").Guarded().Refuses(404).RequireAuthorization(Permissions.Work);

    private static FileContentHttpResult Picture(string name, ClaimsPrincipal user, DraftLooks looks, HttpContext context)
    {
        var png = looks.Picture(user.PersonId(), name) ?? throw new RefusalException(Refusal.NotFound, "这一页已经改过了，请看最新的预览。");
        // The name says what is on the page: it never changes.
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Bytes(png, "image/png");
    }
}
