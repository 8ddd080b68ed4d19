using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>The pairs that a procedure's coverage means as the office is now, and the days on which a period's matters cover them.</summary>
internal sealed class CoveredPairs(IOfficeData data, OfficeDirectory directory, OfficeSettings settings)
{
    public async Task<IReadOnlyList<CoverageRow>> OfAsync(Procedure procedure, string period, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var range = PeriodRange.Read(period, calendar);
        var covered = await CoveredAsync(procedure, calendar.DayOf(range.From), calendar.DayOf(range.To.AddTicks(-1)), cancellationToken);
        return [.. (await PairsAsync(procedure.Coverage!, cancellationToken)).Select(pair =>
            new CoverageRow(pair.Who.Id, pair.Who.Name, pair.Whom.Id, pair.Whom.Name, covered.TryGetValue((pair.Who.Id, pair.Whom.Id), out var on) ? on : null))];
    }

    private async Task<Dictionary<(string, string), DateOnly>> CoveredAsync(Procedure procedure, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var coverage = procedure.Coverage!;
        var (from, to) = (first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var key = coverage.On;
        var texts = await data.MatterValues.AsNoTracking().Where(value => value.ProcedureId == procedure.Id && value.Key == key && string.Compare(value.Text, from) >= 0 && string.Compare(value.Text, to) <= 0)
            .Join(data.Documents.Where(matter => matter.State != DocumentState.Void), value => value.DocumentId, matter => matter.Id, (_, matter) => matter)
            .Join(data.DocumentVersions, matter => new { matter.Id, Ordinal = matter.CurrentVersion }, version => new { Id = version.DocumentId, version.Ordinal }, (_, version) => version.SourceText)
            .ToListAsync(cancellationToken);
        var covered = new Dictionary<(string, string), DateOnly>();
        foreach (var values in texts.Select(MatterValues.Read))
        {
            if (FieldRules.Day(values.GetValueOrDefault(key) ?? "") is { } day && values.GetValueOrDefault(coverage.Who) is { } who && values.GetValueOrDefault(coverage.Whom) is { } whom
                && !(covered.TryGetValue((who, whom), out var earlier) && earlier <= day))
                covered[(who, whom)] = day;
        }

        return covered;
    }

    private async Task<IEnumerable<(Person Who, Person Whom)>> PairsAsync(ProcedureCoverage coverage, CancellationToken cancellationToken)
    {
        // Stand-ins (B角) have no duty of their own.
        var held = await directory.InForce().AsNoTracking().Where(appointment => !appointment.IsActing).OrderBy(appointment => appointment.Person!.Order).ToListAsync(cancellationToken);
        var pairs = coverage.Pairs.SelectMany(pair => pair.Who == CoverageReader.InCharge
            ? held.SelectMany(who => held.Where(whom => whom.Post!.Unit!.LeaderPostId == who.PostId).Select(whom => (who, whom)))
            : held.Where(who => Audience.Includes([pair.Who], [who.Post!])).SelectMany(who => held.Where(whom => Audience.Includes(pair.Whom, [whom.Post!])).Select(whom => (who, whom))));
        return pairs.Where(pair => pair.who.PersonId != pair.whom.PersonId).Select(pair => (pair.who.Person!, pair.whom.Person!)).DistinctBy(pair => (pair.Item1.Id, pair.Item2.Id));
    }
}
