using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DocFlow.Office.Assessment.Formulas;
using DocFlow.Office.Papers;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Assessment;

/// <summary>Computes scores from the events of a finished month. Only adds to the context; what comes to the same as before adds nothing.</summary>
internal sealed class Scoring(IOfficeData data, FormulaBook book, ScoreMeasures measures, CountedEvents events, OfficeDirectory directory, OfficeSettings settings, OfficeClock clock)
{
    // As many as a table of a matter has rows.
    private const int MostPeople = 200;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>The people's current sheets, in the order of the people.</returns>
    public async Task<IReadOnlyList<ScoreSheet>> ComputeAsync(string period, IReadOnlyList<string> people, ScoringOrder order, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var range = MonthOf(period, calendar);
        if (clock.Now < range.To)
            throw RefusalException.Conflict($"{range.Words}尚未结束，{calendar.Print(range.To)}起才能评分。");
        people = [.. people.Distinct()];
        if (people.Count is 0 or > MostPeople)
            throw RefusalException.Invalid($"请选择1至{MostPeople}名考核对象。");
        var units = await UnitsAsync(people, cancellationToken);
        var version = await book.OfAsync(period, cancellationToken);
        var scheme = FormulaScheme.Read(version.Lines, await measures.NamesAsync(cancellationToken));
        var names = await data.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var corrections = (await data.ScoreCorrections.AsNoTracking().Where(row => row.Period == period && people.Contains(row.PersonId)).ToListAsync(cancellationToken))
            .Concat(data.ScoreCorrections.Local.Where(row => row.Period == period)).Select(row => (row.PersonId, row.EventId, row.Measure)).ToHashSet();
        var counted = (await events.OfAsync(range.From, range.To, people.ToHashSet(), calendar, cancellationToken)).Where(item => !corrections.Contains((item.PersonId, item.EventId, item.Measure))).ToLookup(item => item.PersonId);
        var current = await data.ScoreSheets.Include(sheet => sheet.Entries).Where(sheet => sheet.Period == period && people.Contains(sheet.PersonId) && sheet.IsCurrent).ToDictionaryAsync(sheet => sheet.PersonId, cancellationToken);
        // All of them are computed before any is kept: one that can't be leaves the others as they were.
        var computed = people.Select(person => (
            Before: current.GetValueOrDefault(person),
            Now: SheetOf(period, person, units[person], current.GetValueOrDefault(person), version, scheme, [.. counted[person]], names[person], order))).ToList();
        foreach (var (before, now) in computed.Where(pair => !IsSame(pair.Before, pair.Now)))
        {
            if (before is not null)
                before.IsCurrent = false;
            data.ScoreSheets.Add(now);
        }

        return [.. computed.Select(pair => IsSame(pair.Before, pair.Now) ? pair.Before! : pair.Now)];
    }

    internal static PeriodRange MonthOf(string period, WorkingCalendar calendar) => period.Length == "2026-11".Length && period[^3] == '-' && period[^2] != 'Q'
        ? PeriodRange.Read(period, calendar)
        : throw RefusalException.Invalid($"“{period}”不是考核月份，请写成 2026-11。");

    internal static IReadOnlyList<KeyValuePair<string, decimal>> LinesOf(ScoreSheet sheet) => JsonSerializer.Deserialize<List<KeyValuePair<string, decimal>>>(sheet.LinesJson) ?? [];

    private ScoreSheet SheetOf(
        string period, string person, string unit, ScoreSheet? before, FormulaVersion version, FormulaScheme scheme, List<CountedEvent> counted, string name, ScoringOrder order)
    {
        var sums = counted.GroupBy(item => item.Measure).ToDictionary(same => same.Key, same => same.Sum(item => item.Amount));
        var lines = scheme.Compute(measure => sums.GetValueOrDefault(measure), $"{name}：");
        var total = TotalOf(lines);
        var id = OfficeId.New(clock.Now);
        var sheet = new ScoreSheet
        {
            Id = id,
            Period = period,
            PersonId = person,
            UnitId = unit,
            Revision = (before?.Revision ?? 0) + 1,
            IsCurrent = true,
            Formula = version.Number,
            LinesJson = JsonSerializer.Serialize(lines.Select(line => KeyValuePair.Create(line.Name, decimal.Round(line.Value, 4))), Json),
            Total = Whole(total),
            At = clock.Now,
            Reason = order.Reason,
            ById = order.ById,
            MatterId = order.MatterId ?? before?.MatterId,
        };
        var used = scheme.MeasuresOf(FormulaScheme.Total);
        foreach (var item in counted.Where(item => used.Contains(item.Measure)))
        {
            var without = TotalOf(scheme.Compute(measure => sums.GetValueOrDefault(measure) - (measure == item.Measure ? item.Amount : 0), $"{name}："));
            sheet.Entries.Add(new ScoreEntry
            {
                Id = OfficeId.New(clock.Now), SheetId = id, Measure = item.Measure, EventId = item.EventId, DocumentId = item.DocumentId, At = item.At,
                Amount = Whole(item.Amount), Points = Whole(total - without), Words = item.Words,
            });
        }

        return sheet;
    }

    private async Task<Dictionary<string, string>> UnitsAsync(IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        var posts = (await directory.InForce().AsNoTracking().Where(appointment => people.Contains(appointment.PersonId) && !appointment.IsActing).OrderBy(appointment => appointment.From).ThenBy(appointment => appointment.Id)
            .Select(appointment => new { appointment.PersonId, appointment.Post!.UnitId }).ToListAsync(cancellationToken)).GroupBy(row => row.PersonId).ToDictionary(same => same.Key, same => same.First().UnitId);
        return people.All(posts.ContainsKey) ? posts : throw RefusalException.Invalid("考核对象中有没有任职岗位的人员，请重新选择。");
    }

    private static bool IsSame(ScoreSheet? before, ScoreSheet now) => before is not null && before.Formula == now.Formula && before.LinesJson == now.LinesJson && before.Entries.Select(Of).ToHashSet().SetEquals(now.Entries.Select(Of));

    private static (string, string, long, long) Of(ScoreEntry entry) => (entry.Measure, entry.EventId, entry.Amount, entry.Points);

    private static decimal TotalOf(IReadOnlyList<(string Name, decimal Value)> lines) => lines.First(line => line.Name == FormulaScheme.Total).Value;

    private static long Whole(decimal value) => (long)decimal.Round(value * ScoreSheet.Scale, MidpointRounding.AwayFromZero);
}

/// <summary>On whose account scores are computed.</summary>
/// <param name="Reason">Why again; null for the first time.</param>
/// <param name="ById">Null for a procedure.</param>
internal sealed record ScoringOrder(string? Reason, string? ById, string? MatterId);
