using System.Security.Claims;
using DocFlow.Documents.Preview;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DocFlow.Host.Features.Documents;

/// <summary>The pages of a produced file as pictures with a text layer.</summary>
internal static class FilePageEndpoints
{
    private const string DrawnFromHeader = "X-DocFlow-Same-As-File";

    public static void MapFilePages(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/files/{hash}/pages/{page:int}", PictureAsync).WithSummary("生成文件的一页（PNG）")
            .WithDescription("resolution 为每英寸点数，30 到 220。响应头 X-DocFlow-Same-As-File 说明重新绘制的页面是否与文件逐字节一致。")
            .Produces<Stream>(200, "image/png").Produces(304).Refuses(404, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/files/{hash}/pages/{page:int}/text", TextAsync).WithSummary("生成文件一页上的文字及位置（毫米）")
            .Refuses(404, 503).RequireAuthorization(Permissions.Work);
    }

    private static async Task<FileContentHttpResult> PictureAsync(
        string id, string hash, int page, ClaimsPrincipal user, IDossier dossiers, FilePages pages, PagePictures pictures, HttpResponse response,
        int resolution = PageResolution.Default, CancellationToken cancellationToken = default)
    {
        var drawn = await PagesAsync(id, hash, user, dossiers, pages, cancellationToken);
        var wanted = drawn.Page(page);
        var dots = PageResolution.Within(resolution);
        response.Headers[DrawnFromHeader] = drawn.IsSameAsFile ? "true" : "false";
        // Asked again each time, because the right to read may end; answered from the browser's copy when nothing changed.
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(pictures.Get(wanted, dots), "image/png", entityTag: new EntityTagHeaderValue($"\"{PageFingerprint.Of(wanted)}-{dots}\""));
    }

    private static async Task<Ok<PageText>> TextAsync(
        string id, string hash, int page, ClaimsPrincipal user, IDossier dossiers, FilePages pages, CancellationToken cancellationToken)
    {
        var drawn = await PagesAsync(id, hash, user, dossiers, pages, cancellationToken);
        return TypedResults.Ok(new PageText(drawn.Pages.Count, page, drawn.IsSameAsFile, PageTextLayer.Of(drawn.Page(page))));
    }

    private static async Task<DrawnPages> PagesAsync(
        string id, string hash, ClaimsPrincipal user, IDossier dossiers, FilePages pages, CancellationToken cancellationToken) =>
        await pages.OfAsync(await dossiers.ReadDrawnAsync(user.PersonId(), id, hash, cancellationToken));
}

/// <summary>The words of one page.</summary>
/// <param name="Pages">How many pages the file has.</param>
/// <param name="IsSameAsFile">Whether the page was drawn again exactly as in the file.</param>
internal sealed record PageText(int Pages, int Page, bool IsSameAsFile, IReadOnlyList<PlacedText> Words);
