using System.Globalization;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Circulation;

/// <inheritdoc />
internal sealed class CirculationDesk(
    IOfficeData data, FreshRows rows, DocumentAccess access, OrganisationReader organisations, NoticeWriter notices, CirculationLog log, OfficeClock clock) : ICirculationDesk
{
    private const int MostText = 2000;
    private const int MostKey = 100;

    public async Task<string> SendAsync(string actorId, string documentId, CirculationOrder order, CancellationToken cancellationToken = default)
    {
        PlainText.Require(order.Note, "传阅说明", MostText);
        PlainText.Require(order.Key, "按键标识", MostKey);
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        var now = clock.Now;
        var key = $"{actorId}/{documentId}/{(string.IsNullOrEmpty(order.Key) ? OfficeId.New(now) : order.Key)}";
        if (await SentAsync(key, cancellationToken) is { } sent)
            return sent;
        if (document.State == DocumentState.Void)
            throw RefusalException.Conflict($"《{document.Title}》已作废，不能传阅。");
        var organisation = await organisations.ReadAsync(cancellationToken);
        var readers = ReadersOf(order, organisation, [actorId]);
        if (readers.Count == 0)
            throw RefusalException.Invalid("没有选出传阅人员，请选择人员、单位或岗位（不含您自己）。");

        var note = string.IsNullOrWhiteSpace(order.Note) ? null : order.Note.Trim();
        var sheet = new CirculationSheet { Id = OfficeId.New(now), DocumentId = documentId, SenderId = actorId, Note = note, At = now, Key = key };
        data.CirculationSheets.Add(sheet);
        await SeatReadersAsync(sheet, document, readers, organisation, "传阅", note, cancellationToken);
        try
        {
            await data.SaveChangesAsync(cancellationToken);
            return sheet.Id;
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once: the first press sent it.
            data.Forget();
            if (await SentAsync(key, cancellationToken) is { } first)
                return first;
            throw;
        }
    }

    public Task<int> AddAsync(string actorId, string sheetId, CirculationOrder order, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var sheet = await OwnAsync(actorId, sheetId, "增加传阅人员", cancellationToken);
            if (sheet.EndedAt is not null)
                throw RefusalException.Conflict("这次传阅已经结束，不能增加传阅人员。可以另外发起一次传阅。");
            var organisation = await organisations.ReadAsync(cancellationToken);
            var known = await data.CirculationReaders.Where(reader => reader.SheetId == sheetId).Select(reader => reader.PersonId).ToListAsync(cancellationToken);
            var readers = ReadersOf(order, organisation, [actorId, .. known]);
            if (readers.Count == 0)
                return 0;
            await SeatReadersAsync(sheet, sheet.Document!, readers, organisation, "增加传阅", null, cancellationToken);
            // An end of the sheet in this instant must not pass unseen.
            data.CirculationSheets.Entry(sheet).Property(row => row.EndedAt).IsModified = true;
            await data.SaveChangesAsync(cancellationToken);
            return readers.Count;
        });

    public Task<CirculationEnding> EndAsync(string actorId, string sheetId, bool evenUnread, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var sheet = await OwnAsync(actorId, sheetId, "结束传阅", cancellationToken);
            var waiting = await data.CirculationReaders.Include(reader => reader.Person).Where(reader => reader.SheetId == sheetId && reader.ReadAt == null)
                .OrderBy(reader => reader.Order).ToListAsync(cancellationToken);
            var unread = waiting.ConvertAll(reader => reader.Person!.Name);
            if (sheet.EndedAt is not null || (unread.Count > 0 && !evenUnread))
                return new CirculationEnding(sheet.EndedAt is not null, unread);
            sheet.EndedAt = clock.Now;
            foreach (var reader in waiting)
                reader.State = ReadingState.Ended;
            await log.AddAsync(
                sheet.Document!, actorId, "结束传阅", unread.Count == 0 ? null : $"未阅：{CirculationLog.Named(unread)}", cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
            return new CirculationEnding(true, unread);
        });

    private async Task SeatReadersAsync(
        CirculationSheet sheet, Document document, List<string> readers, Organisation organisation, string act, string? note, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        data.CirculationReaders.AddRange(readers.Select(personId => new CirculationReader
        {
            Id = OfficeId.New(now), SheetId = sheet.Id, PersonId = personId, Order = organisation.RankOf(personId)!.Value,
        }));
        var sender = await data.People.SingleAsync(person => person.Id == sheet.SenderId, cancellationToken);
        await notices.TellAsync(
            readers, NoticeKind.Circulation, $"circulation/{sheet.Id}", $"{sender.Name}请您传阅《{document.Title}》。{sheet.Note}", document.Id, sender.Id, cancellationToken);
        await log.AddAsync(
            document, sheet.SenderId, act, note, cancellationToken,
            ("人数", readers.Count.ToString(CultureInfo.InvariantCulture)),
            ("传阅人员", CirculationLog.Named(readers.ConvertAll(personId => organisation.MemberOf(personId)!.Name))));
    }

    private static List<string> ReadersOf(CirculationOrder order, Organisation organisation, IReadOnlyCollection<string> except)
    {
        var without = order.PersonIds.Count(personId => organisation.RankOf(personId) is null);
        if (without > 0)
            throw RefusalException.Invalid($"所选人员中有{without}位目前没有任职，不能传阅。请重新选择。");
        return order.PersonIds.Concat(order.UnitIds.SelectMany(organisation.InUnit)).Concat(order.PostIds.SelectMany(organisation.HoldersOf))
            .Distinct().Except(except).OrderBy(personId => organisation.RankOf(personId)).ToList();
    }

    private async Task<CirculationSheet> OwnAsync(string actorId, string sheetId, string act, CancellationToken cancellationToken)
    {
        var sheet = await data.CirculationSheets.Include(row => row.Document).SingleOrDefaultAsync(row => row.Id == sheetId, cancellationToken)
            ?? throw RefusalException.NotFound("这次传阅");
        await access.ReadableAsync(actorId, sheet.DocumentId, cancellationToken);
        return sheet.SenderId == actorId ? sheet : throw RefusalException.Forbidden($"只有发起传阅的人可以{act}。");
    }

    private Task<string?> SentAsync(string key, CancellationToken cancellationToken) =>
        data.CirculationSheets.Where(sheet => sheet.Key == key).Select(sheet => sheet.Id).SingleOrDefaultAsync(cancellationToken);
}
