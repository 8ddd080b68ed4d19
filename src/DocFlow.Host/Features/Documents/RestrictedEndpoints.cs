using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Restricted;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>Restricted fields (限阅字段): read one by one, each reading and each refusal recorded.</summary>
internal static class RestrictedEndpoints
{
    private const string FileType = "application/octet-stream";

    public static void MapRestricted(this WebApplication app)
    {
        // Anyone who is signed in may ask, so that who mustn't is refused by Office, which records it.
        var documents = app.MapGroup("/api/documents").WithTags("公文").Guarded();
        documents.MapGet("/{id}/restricted/{key}", ReadAsync).WithSummary("查阅一个限阅字段；查阅和被拒都记入办理过程").WithDescription("文件字段只给出文件名，内容另取。")
            .Refuses(400, 403, 404, 409).RequireAuthorization(Permissions.SignedIn);
        documents.MapGet("/{id}/restricted/{key}/file", ReadFileAsync).WithSummary("下载一个限阅的文件；每次都记入办理过程").Produces<Stream>(200, FileType)
            .Refuses(400, 403, 404, 409).RequireAuthorization(Permissions.SignedIn);
        app.MapGroup("/api/system").WithTags("系统").Guarded().MapGet("/restricted", ListAsync).WithSummary("限阅记录：只见有，不见题、人和内容").RequireAuthorization(Permissions.AnyAdministrator);
    }

    private static async Task<Ok<RestrictedReading>> ReadAsync(string id, string key, HttpContext context, ClaimsPrincipal user, IRestrictedReading reading, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await reading.ReadAsync(user.FindPersonId(), user.Identity?.Name ?? "", id, key, cancellationToken));
    }

    private static async Task<FileContentHttpResult> ReadFileAsync(string id, string key, HttpContext context, ClaimsPrincipal user, IRestrictedReading reading, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var file = await reading.ReadFileAsync(user.FindPersonId(), user.Identity?.Name ?? "", id, key, cancellationToken);
        // Never shown by the browser: whatever it holds is taken away as it is.
        return TypedResults.Bytes(file.Content, FileType, file.Name);
    }

    private static async Task<Ok<IReadOnlyList<RestrictedRecord>>> ListAsync(IRestrictedReading reading, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reading.ListAsync(cancellationToken));
}
