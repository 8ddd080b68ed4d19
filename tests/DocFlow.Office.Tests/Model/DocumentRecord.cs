using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.Registers;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>All that the office keeps of one document.</summary>
/// <param name="Passed">Who was to read what the procedure itself passed round, by sheet.</param>
internal sealed record DocumentRecord(
    Document Document, string TextHash, List<WorkItem> Items, List<OutboxMessage> Messages, List<OfficeEvent> Events, List<IssuedNumber> Numbers, int Seals,
    ILookup<string, string> Passed)
{
    /// <summary>What the procedure hasn't been told yet.</summary>
    public List<OutboxMessage> Queued { get; } = Messages.FindAll(message => message.State != OutboxState.Done);

    public IEnumerable<Seat> Seats => Items.SelectMany(item => item.Seats);

    public override string ToString()
    {
        var open = Items.FindAll(item => item.ClosedAt is null).ConvertAll(item => $"{item.StepName} ({string.Join(", ", item.Seats.OrderBy(seat => seat.Order).Select(seat => $"{seat.State} {seat.Place}"))})");
        return $"{Document.State}, open: {string.Join(", ", open)}, queued: {string.Join(", ", Queued.Select(message => $"{message.Key} {message.LastError}"))}, "
            + $"moving to {Document.JumpToNodeId}, back to {Document.ReturnToNodeId}, straight to {Document.StraightToNodeId}";
    }

    public static Task<DocumentRecord> ReadAsync(IPlayedOffice office, string documentId) => office.ActAsync<IOfficeData, DocumentRecord>(async data =>
    {
        var document = await data.Documents.AsNoTracking().SingleAsync(row => row.Id == documentId);
        return new DocumentRecord(
            document,
            await data.DocumentVersions.Where(version => version.DocumentId == documentId && version.Ordinal == document.CurrentVersion).Select(version => version.ContentHash).SingleAsync(),
            await data.WorkItems.AsNoTracking().Include(item => item.Seats).Where(item => item.DocumentId == documentId).ToListAsync(),
            await data.OutboxMessages.AsNoTracking().Where(message => message.DocumentId == documentId && (message.Kind == "start-workflow" || message.Kind == "resume" || message.Kind == "restart")).ToListAsync(),
            await data.Events.AsNoTracking().Where(record => record.DocumentId == documentId).ToListAsync(),
            await data.IssuedNumbers.AsNoTracking().Where(row => row.DocumentId == documentId).ToListAsync(),
            await data.SealRecords.CountAsync(row => row.DocumentId == documentId),
            (await data.CirculationReaders.AsNoTracking().Where(reader => reader.Sheet!.DocumentId == documentId && reader.Sheet.Key.StartsWith($"{document.InstanceId}/")).ToListAsync())
                .ToLookup(reader => reader.SheetId, reader => reader.PersonId));
    });
}
