using DocFlow.Office.Circulation;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Seals;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class LetterSeals(
    IOfficeData data, MatterDocuments documents, PaperSealing sealing, ISealDesk keepers, OfficeDirectory directory, OrganisationReader organisations, DocumentAccess access, DocumentText texts,
    NoticeWriter notices, EventLog events, FreshRows rows, OfficeClock clock) : ILetterSealDesk
{
    private const string Prefix = "letter-seal/";

    /// <summary>Brings a document that went out already before the keepers, once: they come to see its matter as readers do, which asks for no step of the procedure.</summary>
    public async Task AskAsync(Document matter, string name, SealRequest request, CancellationToken cancellationToken)
    {
        var key = KeyOf(matter.Id, name);
        if (data.CirculationSheets.Local.Any(sheet => sheet.Key == key) || await data.CirculationSheets.AnyAsync(sheet => sheet.Key == key, cancellationToken))
            return;
        var organisation = await organisations.ReadAsync(cancellationToken);
        var people = await directory.InForce().Where(appointment => (appointment.Post!.Duties & PostDuties.Seals) != 0 && appointment.PersonId != request.AskedById)
            .Select(appointment => appointment.PersonId).Distinct().ToListAsync(cancellationToken);
        var sheet = new CirculationSheet { Id = OfficeId.New(clock.Now), DocumentId = matter.Id, SenderId = request.AskedById, Note = $"请为{name}用印。", At = clock.Now, Key = key };
        data.CirculationSheets.Add(sheet);
        data.CirculationReaders.AddRange(people.Where(personId => organisation.RankOf(personId) is not null).Select(personId => new CirculationReader
        {
            Id = OfficeId.New(clock.Now), SheetId = sheet.Id, PersonId = personId, Order = organisation.RankOf(personId)!.Value,
        }));
        await notices.TellAsync(people, NoticeKind.Circulation, sheet.Key, request.Words, matter.Id, null, cancellationToken);
        if (people.Count == 0)
            await notices.TellAsync([request.AskedById], NoticeKind.Circulation, key, $"《{matter.Title}》的{name}没有其他监印人可以用印，请调整任职后送其传阅用印。", matter.Id, null, cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "送请用印") with { Opinion = name });
    }

    public async Task<IReadOnlyList<string>> WaitingAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        await access.ReadableAsync(personId, documentId, cancellationToken);
        if (!await keepers.IsKeeperAsync(personId, cancellationToken))
            return [];
        var prefix = KeyOf(documentId, "");
        var asked = await data.CirculationSheets.Where(sheet => sheet.Key!.StartsWith(prefix)).OrderBy(sheet => sheet.At).Select(sheet => sheet.Key!).ToListAsync(cancellationToken);
        var waiting = new List<string>();
        foreach (var name in asked.Select(key => key[prefix.Length..]))
        {
            if ((await documents.LatestAsync(documentId, name, cancellationToken)).Find(row => row.Format == Rendering.SourceFormat) is { } source
                && !await sealing.IsDoneAsync(PaperSealing.KeyOf(documentId, name, source), cancellationToken))
                waiting.Add(name);
        }

        return waiting;
    }

    public async Task SealAsync(string personId, string documentId, string name, CancellationToken cancellationToken = default)
    {
        var matter = await access.ReadableAsync(personId, documentId, cancellationToken);
        if (!await keepers.IsKeeperAsync(personId, cancellationToken))
            throw RefusalException.Forbidden("用印只由监印岗位办理。");
        await rows.ActAsync(async () =>
        {
            if (!(await WaitingAsync(personId, documentId, cancellationToken)).Contains(name))
                throw RefusalException.Conflict($"《{matter.Title}》没有等待用印的{name}，可能已由他人用印，请刷新后查看。");
            var made = await documents.LatestAsync(documentId, name, cancellationToken);
            var key = KeyOf(documentId, name);
            var askedBy = await data.CirculationSheets.Where(sheet => sheet.Key == key).Select(sheet => sheet.SenderId).SingleAsync(cancellationToken);
            await sealing.SealAsync(matter, name, made, new PaperSealers(personId, await organisations.PostOfAsync(personId, cancellationToken), askedBy), cancellationToken);
            // What was sent to other matters is for their people; a letter of the ladder for whoever is late.
            var late = await documents.ReplaceWithPartsAsync(matter, made, cancellationToken) ? [] : await data.Seats.Where(seat => seat.WorkItem!.DocumentId == documentId && seat.State == SeatState.Open).Select(seat => seat.PersonId).Distinct().ToListAsync(cancellationToken);
            await notices.TellAsync(late, NoticeKind.Urge, $"sealed/{key}", $"《{matter.Title}》的{name}已加盖印章，请查收，并尽快办理。", documentId, personId, cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
        });
    }

    private static string KeyOf(string matterId, string name) => $"{Prefix}{matterId}/{name}";
}

/// <summary>Who asks for the seal, and what the keepers are told.</summary>
internal sealed record SealRequest(string AskedById, string Words);
