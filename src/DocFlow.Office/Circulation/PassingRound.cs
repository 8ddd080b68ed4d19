using System.Globalization;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Circulation;

/// <inheritdoc />
internal sealed class PassingRound(
    IOfficeData data, Assignees assignees, OrganisationReader organisations, NoticeWriter notices, CirculationLog log, OfficeClock clock) : IPassingRound
{
    public async Task SendAsync(string documentId, string key, string readers, string? note, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        var sheetKey = $"{document.InstanceId}/{key}";
        if (data.CirculationSheets.Local.Any(sheet => sheet.Key == sheetKey) || await data.CirculationSheets.AnyAsync(sheet => sheet.Key == sheetKey, cancellationToken))
            return;
        var organisation = await organisations.ReadAsync(cancellationToken);
        var people = (await assignees.ResolveAsync(document, readers, cancellationToken)).Select(reader => reader.PersonId)
            .Where(personId => personId != document.DrafterId && organisation.RankOf(personId) is not null).OrderBy(organisation.RankOf).ToList();
        if (people.Count == 0)
            return;
        var now = clock.Now;
        var sheet = new CirculationSheet { Id = OfficeId.New(now), DocumentId = documentId, SenderId = document.DrafterId, Note = note, At = now, Key = sheetKey };
        data.CirculationSheets.Add(sheet);
        data.CirculationReaders.AddRange(people.Select(personId => new CirculationReader
        {
            Id = OfficeId.New(now), SheetId = sheet.Id, PersonId = personId, Order = organisation.RankOf(personId)!.Value,
        }));
        await notices.TellAsync(people, NoticeKind.Circulation, $"circulation/{sheet.Id}", $"请您传阅《{document.Title}》。{note}", documentId, document.DrafterId, cancellationToken);
        await log.AddAsync(
            document, document.DrafterId, "传阅", note, cancellationToken,
            ("人数", people.Count.ToString(CultureInfo.InvariantCulture)),
            ("传阅人员", CirculationLog.Named(people.ConvertAll(personId => organisation.MemberOf(personId)!.Name))));
    }
}
