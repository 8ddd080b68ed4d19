using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Checking;
using DocFlow.Host.Signing;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Checking;

/// <summary>验签: what the electronic signatures of a PDF say. Nothing is kept.</summary>
internal static class SignatureEndpoints
{
    public static void MapFileSignatures(this WebApplication app)
    {
        const long most = FileCheckDesk.MostBytes + 64 * 1024;
        // The cookie is SameSite=Strict and changes from other sites are refused, so that no token is asked of scripts.
        var group = app.MapGroup("/api").WithTags("验签").Guarded();
        group.MapPost("/files/signatures", VerifyAsync).WithSummary("验证 PDF 的电子签名").WithDescription("表单字段 file。文件用后即弃，不保存。")
            .WithMetadata(new RequestSizeLimitAttribute(most), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = most }).DisableAntiforgery()
            .Refuses(400, 413, 415, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/documents/{id}/files/{hash}/signatures", VerifyKeptAsync).WithSummary("验证公文文件的电子签名")
            .Refuses(400, 404, 503).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<SignatureAnswer>> VerifyAsync(IFormFile file, FileCheckDesk desk, CancellationToken cancellationToken)
    {
        FileCheckDesk.RefuseTooLarge(file.Length);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellationToken);
        return TypedResults.Ok(await desk.VerifyAsync(copy.ToArray(), cancellationToken));
    }

    private static async Task<Ok<SignatureAnswer>> VerifyKeptAsync(string id, string hash, ClaimsPrincipal user, IDossier dossiers, FileCheckDesk desk, CancellationToken cancellationToken)
    {
        await using var kept = await dossiers.OpenFileAsync(user.PersonId(), id, hash, cancellationToken);
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy, cancellationToken);
        return TypedResults.Ok(await desk.VerifyAsync(copy.ToArray(), cancellationToken));
    }
}
