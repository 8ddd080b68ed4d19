using System.Security.Claims;
using DocFlow.Documents.Seals;
using DocFlow.Host.Accounts;
using DocFlow.Office;
using DocFlow.Office.Seals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Seals;

/// <summary>印章图样: the pictures that issued documents are sealed with, for their keeper (监印) alone.</summary>
internal static class SealEndpoints
{
    public static void MapSeals(this WebApplication app)
    {
        const long most = SealPictureFile.MostBytes + 64 * 1024;
        var group = app.MapGroup("/api/seals").WithTags("印章图样").Guarded();
        group.MapGet("/", ListAsync).WithSummary("印章图样登记").WithDescription("只供监印岗位。usesSamples 为真时，没有图样的机关加盖“样章”（试用单位）。").RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/picture", PictureAsync).WithSummary("图样（PNG）").Produces<Stream>(200, "image/png").Refuses(404).RequireAuthorization(Permissions.Work);
        // The cookie is SameSite=Strict and changes from other sites are refused, so that no token is asked of scripts.
        group.MapPost("/", AddAsync).WithSummary("登记图样").WithDescription("表单字段 name（机关署名或签发人姓名）、isStamp（签名章）、width、height（毫米）、file（底色透明的 PNG）；同名在用的图样随之停用。")
            .WithMetadata(new RequestSizeLimitAttribute(most), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = most })
            .DisableAntiforgery().Refuses(400, 413, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/retire", RetireAsync).WithSummary("停用图样").WithDescription("已加盖的公文不变。").Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<SealRegister>> ListAsync(ClaimsPrincipal user, ISealDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SealRegister(await desk.ListAsync(user.PersonId(), cancellationToken), await desk.UsesSamplesAsync(user.PersonId(), cancellationToken)));

    private static async Task<FileContentHttpResult> PictureAsync(string id, ClaimsPrincipal user, ISealDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Bytes(await desk.PictureAsync(user.PersonId(), id, cancellationToken), "image/png");

    private static async Task<Ok<SealPicture>> AddAsync(
        [FromForm] string name, [FromForm] double width, [FromForm] double height, IFormFile file, ClaimsPrincipal user, ISealDesk desk, CancellationToken cancellationToken, [FromForm] bool isStamp = false)
    {
        if (file.Length > SealPictureFile.MostBytes)
            throw new RefusalException(Refusal.Invalid, $"印章图片超过{SealPictureFile.MostBytes / 1024 / 1024} MB。");
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellationToken);
        return TypedResults.Ok(await desk.AddAsync(user.PersonId(), new NewSealPicture(name, isStamp, copy.ToArray(), width, height), cancellationToken));
    }

    private static async Task<NoContent> RetireAsync(string id, ClaimsPrincipal user, ISealDesk desk, CancellationToken cancellationToken)
    {
        await desk.RetireAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>The register of seals' pictures.</summary>
/// <param name="UsesSamples">A trial office: what has no picture bears the word 样章.</param>
internal sealed record SealRegister(IReadOnlyList<SealPicture> Pictures, bool UsesSamples);
