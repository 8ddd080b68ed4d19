using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>A document with everything about it, and its files.</summary>
internal static class ReadingEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReading(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}", ReadAsync).WithSummary("公文及办理过程；管理员只见办理情况，不见意见和正文")
            .Refuses(404).RequireAuthorization(Permissions.Overview);
        group.MapGet("/{id}/versions/{ordinal:int}", ReadSourceAsync).WithSummary("第n稿的文本").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/files/{hash}", OpenFileAsync).WithSummary("下载生成的文件或附件").Produces<Stream>(200, "application/pdf", WordType, "text/plain")
            .Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<Dossier>> ReadAsync(string id, ClaimsPrincipal user, IDossier dossiers, CancellationToken cancellationToken) =>
        TypedResults.Ok(user.FindPersonId() is { } person
            ? await dossiers.ReadAsync(person, id, cancellationToken)
            : await dossiers.ReadOverviewAsync(id, cancellationToken));

    private static async Task<Ok<VersionText>> ReadSourceAsync(string id, int ordinal, ClaimsPrincipal user, IDossier dossiers, CancellationToken cancellationToken) =>
        TypedResults.Ok(new VersionText(ordinal, await dossiers.ReadSourceAsync(user.PersonId(), id, ordinal, cancellationToken)));

    private static async Task<FileStreamHttpResult> OpenFileAsync(string id, string hash, ClaimsPrincipal user, IDossier dossiers, CancellationToken cancellationToken)
    {
        var dossier = await dossiers.ReadAsync(user.PersonId(), id, cancellationToken);
        var file = dossier.Files.FirstOrDefault(file => file.FileHash == hash);
        var stream = await dossiers.OpenFileAsync(user.PersonId(), id, hash, cancellationToken);
        // The bytes that were signed, sealed and sent stay as they are: what was corrected says so by its name, and is saved under it.
        var name = file is null ? "" : $"{MarkOf(dossier, file)}{(file.Name.Length > 0 ? file.Name : dossier.Title)}.{file.Format}";
        return file?.Format switch
        {
            "pdf" when MarkOf(dossier, file).Length == 0 => TypedResults.File(stream, "application/pdf"),
            "pdf" => TypedResults.File(stream, "application/pdf", name),
            "docx" => TypedResults.File(stream, WordType, name),
            _ => TypedResults.File(stream, "text/plain; charset=utf-8"),
        };
    }

    private static string MarkOf(Dossier dossier, FileRow file) =>
        file.Purpose == RenderingPurpose.Final && dossier.Corrections.Any(row => row.FromVersion == file.VersionOrdinal) ? "（已更正）" : "";
}

/// <summary>The text of a version.</summary>
internal sealed record VersionText(int Ordinal, string Source);
