using System.Security.Claims;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Source;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office.Citations;
using DocFlow.Office.Desks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Documents;

/// <summary>A draft as it would be printed and what the checks say, while it is being typed.</summary>
internal static class PreviewEndpoints
{
    private const long MostBytes = 8 * 1024 * 1024;

    public static void MapPreview(this WebApplication app)
    {
        var limit = new RequestSizeLimitAttribute(MostBytes);
        app.MapPost("/api/preview", PreviewAsync).WithTags("公文").WithSummary("按印出的样子预览一页：页数、图像、文字层和检查结果")
            .WithDescription("给出 documentId 时，附件从该公文读取。文稿太长或绘制太久会被拒绝。")
            .WithMetadata(limit).Guarded().Refuses(400, 404, 413, 415, 503).RequireAuthorization(Permissions.Work);
        app.MapPost("/api/check", CheckAsync).WithTags("公文").WithSummary("检查文稿").WithDescription("给出 documentId 时，附件从该公文读取。")
            .WithMetadata(limit).Guarded().Refuses(400, 404, 413, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<PreviewAnswer>> PreviewAsync(
        PreviewRequest request, ClaimsPrincipal user, DraftPreview preview, CancellationToken cancellationToken) =>
        TypedResults.Ok(await preview.ShowAsync(user.PersonId(), request, cancellationToken));

    private static async Task<Ok<CheckAnswer>> CheckAsync(CheckRequest request, ClaimsPrincipal user, IAnnexDesk annexes, IRepealedDocuments repealed, CancellationToken cancellationToken)
    {
        DraftPreview.RefuseTooLong(request.Source);
        var attachments = request.DocumentId is { } id ? await annexes.ReadAsync(user.PersonId(), id, cancellationToken) : new Dictionary<string, byte[]>();
        var reading = DocumentSource.Read(request.Source, new SourceReadOptions { ReadSibling = OrderedDocument.Sibling(attachments) });
        return TypedResults.Ok(new CheckAnswer(
            [.. reading.Problems.Select(problem => problem.ToString())],
            reading.Document is { } document
                ? [.. reading.Findings, .. DocumentChecker.Check(document, reading.ElementLines), .. await repealed.CheckAsync(request.Source, cancellationToken)]
                : reading.Findings));
    }
}

/// <summary>A text to look at.</summary>
/// <param name="Page">The page wanted, from 1; the last one when there are fewer.</param>
/// <param name="DocumentId">The draft whose annex files belong to the text.</param>
internal sealed record PreviewRequest(string Source, int Page = 1, int Resolution = PageResolution.Default, string? DocumentId = null);

/// <summary>One page of a draft, and what is to be mended.</summary>
/// <param name="Png">The picture, base64 in JSON.</param>
/// <param name="Text">The transparent text layer, in millimetres.</param>
internal sealed record PreviewAnswer(int Pages, int Page, int Resolution, byte[] Png, IReadOnlyList<PlacedText> Text, IReadOnlyList<Finding> Findings);

/// <summary>A text to check.</summary>
/// <param name="DocumentId">The draft whose annex files belong to the text.</param>
internal sealed record CheckRequest(string Source, string? DocumentId = null);

/// <summary>Why a text can't be read, and what the checks found.</summary>
internal sealed record CheckAnswer(IReadOnlyList<string> Problems, IReadOnlyList<Finding> Findings);
