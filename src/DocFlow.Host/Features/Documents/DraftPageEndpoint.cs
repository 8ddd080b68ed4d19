using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Drafting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>The pages of a draft while it is typed, for the drafter only.</summary>
internal static class DraftPageEndpoint
{
    public static void MapDraftPages(this WebApplication app) =>
        app.MapGet("/api/preview/pages/{name}", Picture).WithTags("公文").WithSummary("起草中文稿的一页（PNG）")
            .Produces(200, contentType: "image/png").Guarded().Refuses(404).RequireAuthorization(Permissions.Work);

    private static Results<FileContentHttpResult, ProblemHttpResult> Picture(string name, ClaimsPrincipal user, DraftLooks looks, HttpContext context)
    {
        if (looks.Picture(user.PersonId(), name) is not { } png)
            return TypedResults.Problem(title: "这一页已经改过了，请看最新的预览。", statusCode: StatusCodes.Status404NotFound);
        // The name says what is on the page: it never changes.
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Bytes(png, "image/png");
    }
}
