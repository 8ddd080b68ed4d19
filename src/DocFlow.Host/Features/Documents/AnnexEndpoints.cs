using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office;
using DocFlow.Office.Desks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Documents;

/// <summary>A draft's annex files.</summary>
internal static class AnnexEndpoints
{
    private const long MostBytes = 20 * 1024 * 1024;

    public static void MapAnnexes(this RouteGroupBuilder group)
    {
        // The cookie is SameSite=Strict and changes from other sites are refused, so that no token is asked of scripts.
        group.MapPost("/{id}/annexes", PutAsync).WithSummary("上传附件文件（.gw.txt 文本、.docx）").WithDescription("表单字段 version 和一个或多个文件；同名文件被替换。.docx 取其文字和表格，存为同名的 .gw.txt；有图片、合并单元格等不能排入的内容即拒绝。")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostBytes })
            .DisableAntiforgery().Refuses(400, 404, 409, 413, 415).RequireAuthorization(Permissions.Work);
        group.MapDelete("/{id}/annexes/{name}", RemoveAsync).WithSummary("删除附件文件").Refuses(400, 404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<SavedDraft>> PutAsync(
        string id, [FromForm] int version, IFormFileCollection files, ClaimsPrincipal user, IAnnexDesk desk, CancellationToken cancellationToken)
    {
        var contents = new Dictionary<string, byte[]>();
        foreach (var file in files)
        {
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, cancellationToken);
            if (!contents.TryAdd(file.FileName, copy.ToArray()))
                throw new RefusalException(Refusal.Invalid, $"附件“{file.FileName}”在一次上传中出现了两次，请改名后再上传。");
        }

        return TypedResults.Ok(new SavedDraft(await desk.PutAsync(user.PersonId(), id, version, contents, cancellationToken)));
    }

    private static async Task<Ok<SavedDraft>> RemoveAsync(
        string id, string name, int version, ClaimsPrincipal user, IAnnexDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SavedDraft(await desk.RemoveAsync(user.PersonId(), id, version, name, cancellationToken)));
}
