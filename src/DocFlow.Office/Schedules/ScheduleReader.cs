using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Schedules;

/// <summary>Reads the schedule for somebody.</summary>
internal sealed class ScheduleReader(IOfficeData data, OfficeDirectory directory, ProcedureCatalog catalog, DocumentAccess access, OfficeSettings settings)
{
    private const int Most = 2000;

    public async Task<IReadOnlyList<ScheduleLine>> OfPersonAsync(string personId, DateOnly from, DateOnly to, bool isOwn, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var (first, last) = (calendar.StartOf(from), calendar.StartOf(to.AddDays(1)));
        var posts = (await directory.InForce().AsNoTracking().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
        var units = posts.Select(post => post.UnitId).Distinct().ToList();
        var readable = isOwn ? [] : await catalog.ReadableAsync(posts, cancellationToken);
        var rows = await data.Engagements.AsNoTracking().Include(row => row.Parties).Include(row => row.Document)
            .Where(row => row.StartsAt < last && row.EndsAt > first && row.Document!.State != DocumentState.Void)
            .Where(row => row.Parties.Any(party => party.IsPerson && party.PartyId == personId)
                || (!isOwn && (row.Document!.DrafterId == personId || readable.Contains(row.Document.ProcedureId!) || row.Parties.Any(party => !party.IsPerson && units.Contains(party.PartyId)))))
            .OrderBy(row => row.StartsAt).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        var documents = rows.Select(row => row.DocumentId).Distinct().ToList();
        var open = (await (await access.InsideAsync(personId, cancellationToken)).Where(document => documents.Contains(document.Id)).Select(document => document.Id).ToListAsync(cancellationToken)).ToHashSet();
        return await ShowAsync(rows, personId, open, calendar, cancellationToken);
    }

    /// <summary>What a matter itself says, in order of time; also what this burst adds.</summary>
    public async Task<IReadOnlyList<ScheduleLine>> OfMatterAsync(string matterId, CancellationToken cancellationToken)
    {
        var rows = (await data.Engagements.Include(row => row.Parties).Where(row => row.DocumentId == matterId).ToListAsync(cancellationToken)).Where(data.Engagements.Local.Contains)
            .Union(data.Engagements.Local.Where(row => row.DocumentId == matterId)).OrderBy(row => row.StartsAt).ThenBy(row => row.Row).ToList();
        return await ShowAsync(rows, null, new HashSet<string>(), await settings.ReadCalendarAsync(cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<ScheduleLine>> ShowAsync(List<Engagement> rows, string? readerId, IReadOnlySet<string> open, Time.WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var parties = rows.SelectMany(row => row.Parties).ToList();
        var (people, units) = (parties.Where(party => party.IsPerson).Select(party => party.PartyId).Distinct().ToList(), parties.Where(party => !party.IsPerson).Select(party => party.PartyId).Distinct().ToList());
        var names = await data.People.Where(person => people.Contains(person.Id)).Select(person => new { person.Id, person.Name })
            .Concat(data.Units.Where(unit => units.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name })).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return rows.ConvertAll(row =>
        {
            var (start, end) = (TimeZoneInfo.ConvertTime(row.StartsAt, calendar.Zone), TimeZoneInfo.ConvertTime(row.EndsAt, calendar.Zone));
            return new ScheduleLine(
                row.Id, row.Title, row.StartsAt, row.EndsAt, calendar.DayOf(row.StartsAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{start:HH:mm}—{end:HH:mm}"), row.Where,
                [.. row.Parties.OrderBy(party => party.Order).Select(party => new ScheduleParty(party.Role, names.GetValueOrDefault(party.PartyId, ""), party.IsPerson))],
                open.Contains(row.DocumentId) ? row.DocumentId : null, row.Parties.Exists(party => party.IsPerson && party.PartyId == readerId));
        });
    }
}
