using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class CirculationLists(IOfficeData data, DocumentAccess access, OrganisationReader organisations, WhereaboutsReader whereabouts) : ICirculationLists
{
    public async Task<Paged<ReadingRow>> UnreadAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var unread = Unread(personId);
        // Ids are in order of time: what came last is first.
        var rows = await RowsAsync(unread.OrderByDescending(reader => reader.Id), page, size, cancellationToken);
        return new Paged<ReadingRow>(rows, await Paging.CountAsync(unread, cancellationToken));
    }

    public async Task<Paged<ReadingRow>> ReadAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var read = data.CirculationReaders.Where(reader => reader.PersonId == personId && reader.ReadAt != null);
        var rows = await RowsAsync(read.OrderByDescending(reader => reader.ReadAt).ThenByDescending(reader => reader.Id), page, size, cancellationToken);
        return new Paged<ReadingRow>(rows, await Paging.CountAsync(read, cancellationToken));
    }

    public Task<int> CountUnreadAsync(string personId, CancellationToken cancellationToken = default) => Paging.CountAsync(Unread(personId), cancellationToken);

    public async Task<IReadOnlyList<CirculationView>> OfDocumentAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var (_, isInside) = await access.SeenAsync(personId, documentId, cancellationToken);
        var sheets = isInside
            ? await data.CirculationSheets.AsNoTracking().Include(sheet => sheet.Sender).Where(sheet => sheet.DocumentId == documentId).OrderBy(sheet => sheet.At).ToListAsync(cancellationToken)
            : [];
        if (sheets.Count == 0)
            return [];
        var sheetIds = sheets.ConvertAll(sheet => sheet.Id);
        var readers = await data.CirculationReaders.AsNoTracking().Include(reader => reader.Person).Where(reader => sheetIds.Contains(reader.SheetId))
            .OrderBy(reader => reader.Order).ToListAsync(cancellationToken);
        var organisation = await organisations.ReadAsync(cancellationToken);
        var ofSheet = readers.ToLookup(reader => reader.SheetId);
        var first = await FirstSendersAsync(sheets, cancellationToken);
        return sheets.ConvertAll(sheet => View(sheet, sheet.FirstSenderId == sheet.SenderId ? null : first.GetValueOrDefault(sheet.FirstSenderId), [.. ofSheet[sheet.Id]], personId, organisation));
    }

    // Of those that were handed over: who had sent them.
    private async Task<Dictionary<string, string>> FirstSendersAsync(List<CirculationSheet> sheets, CancellationToken cancellationToken)
    {
        var ids = sheets.Where(sheet => sheet.FirstSenderId != sheet.SenderId).Select(sheet => sheet.FirstSenderId).ToList();
        return ids.Count == 0 ? [] : await data.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }

    private static CirculationView View(CirculationSheet sheet, string? firstSender, List<CirculationReader> readers, string personId, Organisation organisation)
    {
        var isMine = sheet.SenderId == personId;
        var shown = readers.Where(reader => isMine || reader.PersonId == personId)
            .Select(reader => new ReaderRow(reader.PersonId, reader.Person!.Name, organisation.MemberOf(reader.PersonId)?.Shown, reader.ReadAt, reader.Remark));
        return new CirculationView(
            sheet.Id, firstSender is null ? sheet.Sender!.Name : $"{sheet.Sender!.Name}（{firstSender}发起）", sheet.Note, sheet.At, sheet.EndedAt, readers.Count, readers.Count(reader => reader.ReadAt is not null), [.. shown],
            isMine, sheet.EndedAt is null && readers.Exists(reader => reader.PersonId == personId));
    }

    private IQueryable<CirculationReader> Unread(string personId) =>
        data.CirculationReaders.Where(reader => reader.PersonId == personId && reader.State == ReadingState.Unread);

    // Only the page's rows are looked up, however many come before it.
    private async Task<IReadOnlyList<ReadingRow>> RowsAsync(IQueryable<CirculationReader> readers, int page, int size, CancellationToken cancellationToken)
    {
        var ids = await readers.Skip(Paging.Skip(page, size)).Take(size).Select(reader => reader.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return [];
        var rows = await data.CirculationReaders.Where(reader => ids.Contains(reader.Id))
            .Select(reader => new
            {
                reader.Id,
                Row = new ReadingRow(
                    reader.SheetId, reader.Sheet!.DocumentId, reader.Sheet.Document!.Title, reader.Sheet.Document.Kind, reader.Sheet.Document.Number, reader.Sheet.Document.Urgency,
                    reader.Sheet.Document.State, reader.Sheet.Sender!.Name, reader.Sheet.Note, reader.Sheet.At, reader.ReadAt, reader.Remark, reader.Sheet.EndedAt != null),
            })
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(rows.Select(row => row.Row.DocumentId), cancellationToken);
        return [.. rows.OrderBy(row => ids.IndexOf(row.Id)).Select(row => row.Row with { Now = now(row.Row.DocumentId) })];
    }
}
