using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>Finds all that a person holds, document by document: what is due first comes first.</summary>
internal sealed class Holdings(IOfficeData data)
{
    private static readonly DocumentState[] OnTheWay = [DocumentState.Draft, DocumentState.Running, DocumentState.Signed, DocumentState.Numbered];

    public async Task<List<Holding>> OfAsync(string personId, string login, CancellationToken cancellationToken)
    {
        var held = new Dictionary<string, Holding>(StringComparer.Ordinal);
        foreach (var document in await data.Documents.Where(row => row.DrafterId == personId && OnTheWay.Contains(row.State)).ToListAsync(cancellationToken))
            held[document.Id] = new Holding(document) { IsDrafter = true };
        Holding Of(Document document) => held.TryGetValue(document.Id, out var known) ? known : held[document.Id] = new Holding(document);

        foreach (var seat in await data.Seats.Include(seat => seat.WorkItem!.Document).Include(seat => seat.WorkItem!.Seats)
            .Where(seat => seat.PersonId == personId && (seat.State == SeatState.Open || seat.State == SeatState.Waiting)).ToListAsync(cancellationToken))
            Of(seat.WorkItem!.Document!).Seats.Add(seat);
        foreach (var reader in await data.CirculationReaders.Include(reader => reader.Sheet!.Document).Include(reader => reader.Sheet!.Readers)
            .Where(reader => reader.PersonId == personId && reader.State == ReadingState.Unread).ToListAsync(cancellationToken))
            Of(reader.Sheet!.Document!).Readings.Add(reader);
        foreach (var sheet in await data.CirculationSheets.Include(sheet => sheet.Document).Where(sheet => sheet.SenderId == personId && sheet.EndedAt == null).ToListAsync(cancellationToken))
            Of(sheet.Document!).Sheets.Add(sheet);
        var named = NamedRecipients.Of(login);
        foreach (var deadline in (await data.Deadlines.Include(row => row.WorkItem!.Document)
            .Where(row => row.DoneAt == null && row.WorkItem != null && row.WorkItem.ClosedAt == null && row.Recipients != null && row.Recipients.Contains(named)).ToListAsync(cancellationToken))
            .Where(row => NamedRecipients.Has(row.Recipients!, login)))
            Of(deadline.WorkItem!.Document!).Deadlines.Add(deadline);
        foreach (var (follow, document) in (await data.Follows.Where(follow => follow.PersonId == personId)
            .Join(data.Documents, follow => follow.DocumentId, document => document.Id, (follow, document) => new { follow, document }).ToListAsync(cancellationToken))
            .Select(row => (row.follow, row.document)))
            Of(document).Follow = follow;
        return [.. held.Values.OrderBy(DueOf).ThenBy(holding => holding.Document.CreatedAt).ThenBy(holding => holding.Document.Id, StringComparer.Ordinal)];
    }

    private static DateTimeOffset DueOf(Holding holding) =>
        holding.Seats.Count == 0 ? DateTimeOffset.MaxValue : holding.Seats.Min(seat => seat.WorkItem!.DueAt ?? seat.WorkItem.OpenedAt.AddYears(1));
}
