using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Documents.Comparing;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Comparing;
using DocFlow.Office.Papers;
using DocFlow.Office.ParagraphNotes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>The printed tables that go with a document.</summary>
internal static class PaperEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly Dictionary<string, PaperKind> Names = new()
    {
        ["opinions"] = PaperKind.Opinions, ["manuscript"] = PaperKind.Manuscript, ["trace"] = PaperKind.Trace, ["form"] = PaperKind.Matter, ["handover"] = PaperKind.Handover,
    };

    public static void MapPapers(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/papers/{name}", PrintAsync).WithSummary("意见采纳情况表（opinions）、发文稿纸（manuscript）、办理过程表（trace）、事项的办理单（form）、交接单（handover）")
            .WithDescription("format 为 pdf（缺省）或 docx。").Produces<Stream>(200, "application/pdf", WordType)
            .Refuses(400, 404, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/redline", CompareAsync).WithSummary("花脸稿：两稿对照")
            .WithDescription("format 为 docx（缺省，修订可逐处接受或拒绝，逐段批注为 Word 批注）或 pdf（公文版式，附修改明细表）。").Produces<Stream>(200, WordType, "application/pdf")
            .Refuses(400, 404, 503).RequireAuthorization(Permissions.Work);
    }

    private static async Task<FileContentHttpResult> CompareAsync(
        string id, int from, int to, string? format, ClaimsPrincipal user, IComparisons comparisons, IParagraphNotes notes, PaperPrinter printer, CancellationToken cancellationToken)
    {
        if (format is not (null or OrderedDocument.Pdf or OrderedDocument.Word))
            throw Unknown(format);
        var versions = await comparisons.ReadAsync(user.PersonId(), id, from, to, cancellationToken);
        if (format == OrderedDocument.Pdf)
            return TypedResults.Bytes(await printer.PrintAsync(versions, $"第{from}稿至第{to}稿"), "application/pdf");
        using var stream = new MemoryStream();
        Redline.Write(versions, stream, await notes.ReadCommentsAsync(user.PersonId(), id, from, to, cancellationToken));
        var title = versions[^1].Document.Title.Replace("/", "", StringComparison.Ordinal);
        return TypedResults.Bytes(stream.ToArray(), WordType, $"{title}花脸稿（第{from}稿至第{to}稿）.docx");
    }

    private static async Task<FileContentHttpResult> PrintAsync(
        string id, string name, string? format, ClaimsPrincipal user, IPapers papers, PaperPrinter printer, CancellationToken cancellationToken)
    {
        if (!Names.TryGetValue(name, out var kind))
            throw new RefusalException(Refusal.NotFound, $"没有“{name}”这种表，可选：{string.Join('、', Names.Keys)}。");
        var paper = await papers.ReadAsync(user.PersonId(), id, kind, cancellationToken);
        return format switch
        {
            null or OrderedDocument.Pdf => TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf"),
            OrderedDocument.Word => TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx"),
            _ => throw Unknown(format),
        };
    }

    private static RefusalException Unknown(string format) => new(Refusal.Invalid, $"格式“{format}”不支持，可选：pdf、docx。");
}
