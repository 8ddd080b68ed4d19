using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class Archive(IOfficeData data, DocumentText texts, EventLog events, OfficeClock clock) : IArchive
{
    public async Task FileAsync(string documentId, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (document.State == DocumentState.Archived)
            return;
        if (document.IsMatter)
        {
            await CloseAsync(document, cancellationToken);
            return;
        }

        if (document.State != DocumentState.Issued)
            throw RefusalException.Invalid($"《{document.Title}》尚未印发，不能归档。");
        var hasFinal = data.Renderings.Local.Any(rendering => rendering.DocumentId == documentId && rendering.Purpose == RenderingPurpose.Final)
            || await data.Renderings.AnyAsync(
                rendering => rendering.DocumentId == documentId && rendering.Purpose == RenderingPurpose.Final, cancellationToken);
        if (!hasFinal)
            throw RefusalException.Invalid($"《{document.Title}》缺少正式文件，请先生成正式文件再归档。");

        document.State = DocumentState.Archived;
        document.UpdatedAt = clock.Now;
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), "归档"));
    }
    private async Task CloseAsync(Document matter, CancellationToken cancellationToken)
    {
        if (matter.State == DocumentState.Void)
            throw RefusalException.Invalid($"《{matter.Title}》已作废，不能归档。");
        matter.State = DocumentState.Archived;
        matter.ClosedAt = clock.Now;
        matter.UpdatedAt = clock.Now;
        var unread = await data.CirculationReaders.Where(reader => reader.Sheet!.DocumentId == matter.Id && reader.Sheet.EndedAt == null && reader.ReadAt == null)
            .OrderBy(reader => reader.Order).Select(reader => reader.Person!.Name).ToListAsync(cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "归档") with
        {
            Opinion = unread.Count == 0 ? null : $"归档时仍在传阅，未阅：{CirculationLog.Named(unread)}",
            Detail = EventFacts.Of(matter),
        });
    }
}
