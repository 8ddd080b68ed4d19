using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class Renderings(
    IOfficeData data, DocumentText texts, KeptFiles files, IDocumentRenderer renderer, RenderOrders orders, EventLog events, OfficeClock clock)
    : IRenderings
{
    public async Task ProduceAsync(string documentId, RenderingPurpose purpose, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        var ordinal = document.CurrentVersion;
        var isFinal = purpose == RenderingPurpose.Final;
        var before = await data.Renderings.Where(row => row.DocumentId == documentId && row.VersionOrdinal == ordinal && row.Purpose == purpose)
            .ToListAsync(cancellationToken);
        if (before.Exists(row => !isFinal || row.At >= document.SignedAt))
            return;
        var version = isFinal ? await texts.SignedAsync(document, cancellationToken) : await texts.CurrentAsync(document, cancellationToken);
        if (isFinal && document.Number is null)
            throw RefusalException.Invalid($"《{document.Title}》尚未编号，不能生成正式文件。");

        var drawn = await renderer.RenderAsync(await orders.NowAsync(document, version, purpose, cancellationToken), cancellationToken);
        foreach (var file in drawn)
            await KeepAsync(document, purpose, before.Find(row => row.Format == file.Format), file, cancellationToken);
        events.Add(ActRecord.On(version, isFinal ? "生成正式文件" : "生成送审稿") with
        {
            Detail = drawn.ToDictionary(file => file.Format, file => string.Create(CultureInfo.InvariantCulture, $"{file.Pages}页{(file.SignedBy is { } signer ? $"，电子签名：{signer}" : "")}")),
        });
    }

    private async Task KeepAsync(
        Document document, RenderingPurpose purpose, Rendering? before, RenderedFile file, CancellationToken cancellationToken)
    {
        var hash = await files.PutAsync(file.Content, cancellationToken);
        if (before is not null)
        {
            // The same text, signed anew after a return: it bears another day, and takes the place of what nobody vouches for any more.
            (before.FileHash, before.PageCount, before.At) = (hash, file.Pages, clock.Now);
            return;
        }

        data.Renderings.Add(new Rendering
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = document.Id,
            VersionOrdinal = document.CurrentVersion,
            Purpose = purpose,
            Format = file.Format,
            FileHash = hash,
            PageCount = file.Pages,
            At = clock.Now,
        });
    }
}
