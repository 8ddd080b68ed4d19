using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Host.Accounts;
using DocFlow.Host.Checking;
using DocFlow.Office;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Checking;

/// <summary>格式检测 for files from outside: findings, report, comments and corrected copy. Nothing is kept.</summary>
internal static class FileCheckEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapFileChecks(this WebApplication app)
    {
        const long most = FileCheckDesk.MostBytes + 64 * 1024;
        // The cookie is SameSite=Strict and changes from other sites are refused, so that no token is asked of scripts.
        var group = app.MapGroup("/api/files/check").WithTags("格式检测").Guarded()
            .WithMetadata(new RequestSizeLimitAttribute(most), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = most }).DisableAntiforgery();
        group.MapPost("/", CheckAsync).WithSummary("检测文件的格式（.docx、.pdf、.gw.txt）").WithDescription("表单字段 file。文件用后即弃，不保存。")
            .Refuses(400, 413, 415, 503).RequireAuthorization(Permissions.Work);
        group.MapPost("/{result}", ProduceAsync).WithSummary("检测报告（report.pdf、report.docx）、批注稿（comments.docx）、改正稿（corrected.docx）")
            .WithDescription("表单字段 file。批注稿和改正稿只对 Word 文件。文件用后即弃，不保存。").Produces<Stream>(200, "application/pdf", WordType)
            .Refuses(400, 404, 413, 415, 503).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<FileCheckAnswer>> CheckAsync(IFormFile file, FileCheckDesk desk, CancellationToken cancellationToken)
    {
        var findings = await desk.CheckAsync(await ReadAsync(file, cancellationToken), cancellationToken);
        return TypedResults.Ok(new FileCheckAnswer(file.FileName, findings, findings.Count(finding => finding.Severity == FindingSeverity.Blocking)));
    }

    private static async Task<FileContentHttpResult> ProduceAsync(string result, IFormFile file, FileCheckDesk desk, OfficeSettings settings, OfficeClock clock, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(file.FileName);
        switch (result)
        {
            case "report.pdf":
                return TypedResults.Bytes(await desk.ReportAsync(await ReadAsync(file, cancellationToken), FileFormat.Pdf, await TodayAsync(), cancellationToken), "application/pdf", $"{name}检测报告.pdf");
            case "report.docx":
                return TypedResults.Bytes(await desk.ReportAsync(await ReadAsync(file, cancellationToken), FileFormat.Word, await TodayAsync(), cancellationToken), WordType, $"{name}检测报告.docx");
            case "comments.docx":
                return TypedResults.Bytes(await desk.CommentAsync(await ReadAsync(file, cancellationToken), cancellationToken), WordType, $"{name}（批注）.docx");
            case "corrected.docx":
                return TypedResults.Bytes((await desk.CorrectAsync(await ReadAsync(file, cancellationToken), cancellationToken)).Content, WordType, $"{name}（改正）.docx");
            default:
                throw new RefusalException(Refusal.NotFound, $"没有“{result}”，可选：report.pdf、report.docx、comments.docx、corrected.docx。");
        }

        async Task<DateOnly> TodayAsync() => (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now);
    }

    private static async Task<OutsideFile> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        FileCheckDesk.RefuseTooLarge(file.Length);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellationToken);
        return new OutsideFile(file.FileName, copy.ToArray());
    }
}

/// <summary>What was found in a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Blocking">How many findings must be mended.</param>
internal sealed record FileCheckAnswer(string File, IReadOnlyList<Finding> Findings, int Blocking);
