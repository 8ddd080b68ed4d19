using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Assessment;

/// <summary>Reads scores for those who may see them.</summary>
internal sealed class ScoreReader(IOfficeData data, FormulaBook book, ScoreMeasures measures, ScoreRights rights, DocumentAccess access, OfficeSettings settings)
{
    public async Task<IReadOnlyList<string>> PeriodsAsync(string personId, CancellationToken cancellationToken) =>
        await (await SeenAsync(personId, cancellationToken)).Select(sheet => sheet.Period).Distinct().OrderByDescending(period => period).ToListAsync(cancellationToken);

    public async Task<ScoreTable> TableAsync(string personId, string period, CancellationToken cancellationToken)
    {
        var range = Scoring.MonthOf(period, await settings.ReadCalendarAsync(cancellationToken));
        var version = await book.OfAsync(period, cancellationToken);
        var sheets = await (await SeenAsync(personId, cancellationToken)).Where(sheet => sheet.Period == period)
            .Join(data.People, sheet => sheet.PersonId, person => person.Id, (sheet, person) => new { Sheet = sheet, Person = person })
            .Join(data.Units, row => row.Sheet.UnitId, unit => unit.Id, (row, unit) => new { row.Sheet, row.Person, Unit = unit })
            .OrderByDescending(row => row.Sheet.Total).ThenBy(row => row.Unit.Order).ThenBy(row => row.Person.Order).ToListAsync(cancellationToken);
        return new ScoreTable(
            period, range.Words, version.Number, [.. version.Lines.Select(line => line.Name)],
            [.. sheets.Select(row => new ScoreRow(row.Person.Id, row.Person.Name, row.Unit.Name, Value(row.Sheet.Total), row.Sheet.Revision, row.Sheet.Formula, [.. Scoring.LinesOf(row.Sheet).Select(line => line.Value)]))],
            [.. sheets.GroupBy(row => row.Unit).OrderBy(unit => unit.Key.Order).Select(unit => new ScoreUnit(unit.Key.Name, unit.Count(), decimal.Round(unit.Average(row => Value(row.Sheet.Total)), 2)))],
            await rights.IsAssessorAsync(personId, cancellationToken));
    }

    public async Task<ScoreReading> SheetAsync(string personId, ScoreSheet sheet, CancellationToken cancellationToken)
    {
        var range = Scoring.MonthOf(sheet.Period, await settings.ReadCalendarAsync(cancellationToken));
        var version = (await book.VersionsAsync(cancellationToken)).Single(version => version.Number == sheet.Formula);
        var scheme = Formulas.FormulaScheme.Read(version.Lines, [.. await measures.NamesAsync(cancellationToken), .. sheet.Entries.Select(entry => entry.Measure)]);
        var values = Scoring.LinesOf(sheet).ToDictionary(line => line.Key, line => line.Value);
        var documents = sheet.Entries.Select(entry => entry.DocumentId).Append(sheet.MatterId).OfType<string>().Distinct().ToList();
        var open = await access.InsideAmongAsync(personId, documents, cancellationToken);
        var revisions = await data.ScoreSheets.AsNoTracking().Where(row => row.Period == sheet.Period && row.PersonId == sheet.PersonId).OrderBy(row => row.Revision).ToListAsync(cancellationToken);
        var corrections = await data.ScoreCorrections.AsNoTracking().Where(row => row.Period == sheet.Period && row.PersonId == sheet.PersonId).OrderBy(row => row.At)
            .Join(data.People, row => row.ById, person => person.Id, (row, person) => new ScoreCorrectionReading(row.Measure, row.EventId, row.Reason, person.Name, row.At)).ToListAsync(cancellationToken);
        var person = await data.People.SingleAsync(row => row.Id == sheet.PersonId, cancellationToken);
        var unit = await data.Units.Where(row => row.Id == sheet.UnitId).Select(row => row.Name).SingleAsync(cancellationToken);
        return new ScoreReading(sheet.Period, range.Words, person.Id, person.Name, unit, Value(sheet.Total), sheet.Formula, sheet.Revision, sheet.At, sheet.Reason)
        {
            MatterId = sheet.MatterId is { } matter && open.Contains(matter) ? matter : null,
            Lines = [.. version.Lines.Select(line => new ScoreLineReading(line.Name, line.Formula, values.GetValueOrDefault(line.Name), scheme.MeasuresOf(line.Name)))],
            Events = [.. sheet.Entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal).Select(entry => new ScoreEventReading(
                entry.EventId, entry.Measure, entry.At, Value(entry.Amount), Value(entry.Points), entry.Words, entry.DocumentId is { } document && open.Contains(document) ? document : null))],
            Corrections = corrections,
            Revisions = [.. revisions.Select(RevisionOf)],
            MayCorrect = personId != sheet.PersonId && await rights.IsAssessorAsync(personId, cancellationToken),
        };
    }

    public async Task<ILookup<string, DocumentScore>> OfDocumentsAsync(string personId, IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken)
    {
        var entries = await (await SeenAsync(personId, cancellationToken)).SelectMany(sheet => sheet.Entries, (sheet, entry) => new { Sheet = sheet, Entry = entry })
            .Where(row => row.Entry.DocumentId != null && documentIds.Contains(row.Entry.DocumentId) && row.Entry.Points != 0)
            .Join(data.People, row => row.Sheet.PersonId, person => person.Id, (row, person) => new { row.Entry.DocumentId, PersonId = person.Id, person.Name, row.Sheet.Period, row.Entry.Measure, row.Entry.Points })
            .ToListAsync(cancellationToken);
        return entries.GroupBy(row => (row.DocumentId, row.PersonId, row.Name, row.Period, row.Measure)).OrderBy(same => same.Key.Period, StringComparer.Ordinal).ThenBy(same => same.Key.Name, StringComparer.Ordinal)
            .ToLookup(same => same.Key.DocumentId!, same => new DocumentScore(same.Key.PersonId, same.Key.Name, same.Key.Period, same.Key.Measure, Value(same.Sum(row => row.Points))));
    }

    public static ScoreRevision RevisionOf(ScoreSheet sheet) => new(sheet.Revision, Value(sheet.Total), sheet.Formula, sheet.At, sheet.Reason);

    public static string Show(long total) => Value(total).ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal Value(long whole) => (decimal)whole / ScoreSheet.Scale;

    private async Task<IQueryable<ScoreSheet>> SeenAsync(string personId, CancellationToken cancellationToken)
    {
        var units = await rights.UnitsAsync(personId, cancellationToken);
        var current = data.ScoreSheets.AsNoTracking().Where(sheet => sheet.IsCurrent);
        return units is null ? current : current.Where(sheet => sheet.PersonId == personId || units.Contains(sheet.UnitId));
    }
}
