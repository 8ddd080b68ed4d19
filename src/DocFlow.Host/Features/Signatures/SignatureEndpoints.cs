using System.Security.Claims;
using DocFlow.Documents.Seals;
using DocFlow.Host.Accounts;
using DocFlow.Office;
using DocFlow.Office.Signatures;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Signatures;

/// <summary>Pictures of hands, and the one that a document was signed with.</summary>
internal static class SignatureEndpoints
{
    // The file and the form around it.
    private const long MostBytes = SealPictureFile.MostBytes + 64 * 1024;

    public static void MapSignatures(this WebApplication app)
    {
        var group = app.MapGroup("/api/signatures").WithTags("签名图样").Guarded();
        group.MapGet("/", ListAsync).WithSummary("签名图样：本人的；监印岗位可见全部").RequireAuthorization(Permissions.Work);
        // The cookie is SameSite=Strict and changes from other sites are refused, so that no token is asked of scripts.
        group.MapPost("/", AddAsync).WithSummary("登记签名图样").WithDescription("表单字段 file 为底色透明的 PNG；personId 为签名人，不写为本人，他人的只由监印岗位登记。")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostBytes })
            .DisableAntiforgery().Refuses(400, 404, 413, 415).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}", ReadAsync).WithSummary("图样（PNG）").Produces<Stream>(200, "image/png").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/retire", RetireAsync).WithSummary("停用签名图样").WithDescription("已用它签发的不变。").Refuses(404).RequireAuthorization(Permissions.Work);
        app.MapGet("/api/documents/{id}/signature", ReadOfDocumentAsync).WithTags("公文").WithSummary("签发时的签名图样（PNG）").Produces<Stream>(200, "image/png").Guarded().Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<SignaturePicture>>> ListAsync(ClaimsPrincipal user, ISignatureDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(user.PersonId(), cancellationToken));

    private static async Task<Ok<SignaturePicture>> AddAsync(ClaimsPrincipal user, ISignatureDesk desk, IFormFile? file, [FromForm] string? personId, CancellationToken cancellationToken)
    {
        if (file is null)
            throw new RefusalException(Refusal.Invalid, "没有收到签名图片。");
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellationToken);
        return TypedResults.Ok(await desk.AddAsync(user.PersonId(), string.IsNullOrEmpty(personId) ? user.PersonId() : personId, copy.ToArray(), cancellationToken));
    }

    private static async Task<FileContentHttpResult> ReadAsync(string id, ClaimsPrincipal user, ISignatureDesk desk, HttpResponse response, CancellationToken cancellationToken) =>
        Picture(await desk.ReadAsync(user.PersonId(), id, cancellationToken), response);

    private static async Task<NoContent> RetireAsync(string id, ClaimsPrincipal user, ISignatureDesk desk, CancellationToken cancellationToken)
    {
        await desk.RetireAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<FileContentHttpResult> ReadOfDocumentAsync(string id, ClaimsPrincipal user, ISignatureDesk desk, HttpResponse response, CancellationToken cancellationToken) =>
        Picture(await desk.ReadOfDocumentAsync(user.PersonId(), id, cancellationToken), response);

    // A hand isn't left in a browser's store.
    private static FileContentHttpResult Picture(byte[] png, HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(png, "image/png");
    }
}
