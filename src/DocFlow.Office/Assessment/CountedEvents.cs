using DocFlow.Office.Events;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Assessment;

/// <summary>Reads the events of a month once, in their order, and says for whom each counts.</summary>
internal sealed class CountedEvents(IOfficeData data, IProcedures procedures)
{
    private const string Issue = "印发";
    private const int AtOnce = 500;

    public async Task<IReadOnlyList<CountedEvent>> OfAsync(DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<string> people, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var declared = (await procedures.DeclaredAsync(cancellationToken)).ToDictionary(procedure => procedure.Id);
        var counted = new List<CountedEvent>();
        var matched = new List<(ProcedureMeasure Measure, Row Row)>();
        var once = new HashSet<(string, string, string)>();
        await foreach (var row in Rows(from, to).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (opened, _, due) = EventFacts.Read(row.DetailJson);
            var isLate = due is { } until && row.At > until;
            if (row.Act == Issue && opened is null)
                Count(row.DrafterId, ScoreMeasures.Issued, row, "");
            if (opened is { } since)
            {
                Count(row.ActorId, ScoreMeasures.Decided, row, row.Id);
                if (isLate)
                    Count(row.ActorId, ScoreMeasures.Late, row, row.Id);
                // Several seats that send it back are one return.
                if (row.Act == StepOutcomes.Return)
                    Count(row.DrafterId, ScoreMeasures.Returned, row, $"{row.StepName}/{since:O}");
            }

            if (row.ProcedureId is { } id && declared.TryGetValue(id, out var procedure))
                matched.AddRange(procedure.Measures.Where(measure => measure.Act == row.Act && (measure.Step ?? row.StepName) == row.StepName && (isLate || !measure.IsLate)).Select(measure => (measure, row)));
        }

        // A matter counts once a month for a measure, by its last event.
        foreach (var chunk in matched.GroupBy(item => (item.Measure, item.Row.DocumentId)).Select(same => same.Last()).Chunk(AtOnce))
            counted.AddRange(await DeclaredAsync(chunk, calendar, cancellationToken));
        return [.. counted.Where(item => people.Contains(item.PersonId)).OrderBy(item => item.At).ThenBy(item => item.EventId, StringComparer.Ordinal)];

        void Count(string? person, string measure, Row row, string key)
        {
            if (person is not null && people.Contains(person) && once.Add((measure, row.DocumentId, key)))
                counted.Add(new CountedEvent(person, measure, row.Id, row.DocumentId, row.At, 1, Words(row, calendar)));
        }
    }

    private IQueryable<Row> Rows(DateTimeOffset from, DateTimeOffset to) => data.Events.AsNoTracking().Where(record => record.At >= from && record.At < to)
        .OrderBy(record => record.At).ThenBy(record => record.Sequence)
        .Join(data.Documents, record => record.DocumentId, document => document.Id, (record, document) => new Row
        {
            Id = record.Id, At = record.At, Act = record.Act, ActorId = record.ActorId, ActorName = record.ActorName, StepName = record.StepName, DetailJson = record.DetailJson,
            DocumentId = document.Id, DrafterId = document.DrafterId, ProcedureId = document.ProcedureId, Title = document.Title, Number = document.Number,
        });

    private async Task<IEnumerable<CountedEvent>> DeclaredAsync((ProcedureMeasure Measure, Row Row)[] matched, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var ids = matched.Select(item => item.Row.DocumentId).Distinct().ToList();
        var values = (await data.Documents.AsNoTracking().Where(document => ids.Contains(document.Id) && document.IsMatter)
            .Join(data.DocumentVersions, document => new { document.Id, Ordinal = document.CurrentVersion }, version => new { Id = version.DocumentId, version.Ordinal }, (document, version) => new { document.Id, version.SourceText })
            .ToListAsync(cancellationToken)).ToDictionary(row => row.Id, row => MatterValues.Read(row.SourceText));
        var deciders = matched.Any(item => item.Measure.Of.StartsWith(ProcedureMeasure.StepPrefix, StringComparison.Ordinal)) ? await DecidersAsync(ids, cancellationToken) : [];
        return matched.SelectMany(item =>
        {
            var (measure, row) = item;
            var says = values.GetValueOrDefault(row.DocumentId) ?? [];
            if (measure.Where.Any(pair => says.GetValueOrDefault(pair.Key) != pair.Value))
                return [];
            var amount = measure.Amount is { } key ? FieldRules.Number(says.GetValueOrDefault(key) ?? "") ?? 0 : 1;
            return People(measure.Of, row, says, deciders).Select(person => new CountedEvent(person, measure.Name, row.Id, row.DocumentId, row.At, amount, Words(row, calendar)));
        });
    }

    private static IEnumerable<string> People(string of, Row row, Dictionary<string, string> says, Dictionary<(string, string), string> deciders)
    {
        if (of.StartsWith(ProcedureMeasure.FieldPrefix, StringComparison.Ordinal))
            return FieldRules.Several(says.GetValueOrDefault(of[ProcedureMeasure.FieldPrefix.Length..]) ?? "");
        var one = of.StartsWith(ProcedureMeasure.StepPrefix, StringComparison.Ordinal) ? deciders.GetValueOrDefault((row.DocumentId, of[ProcedureMeasure.StepPrefix.Length..]))
            : of == ProcedureMeasure.Actor ? row.ActorId : row.DrafterId;
        return one is null ? [] : [one];
    }

    private async Task<Dictionary<(string, string), string>> DecidersAsync(List<string> ids, CancellationToken cancellationToken) =>
        (await data.Seats.AsNoTracking().Where(seat => ids.Contains(seat.WorkItem!.DocumentId) && seat.State == SeatState.Decided)
            .Select(seat => new { seat.WorkItem!.DocumentId, seat.WorkItem.StepName, seat.DecidedById, seat.DecidedAt }).ToListAsync(cancellationToken))
        .Where(seat => seat.DecidedById is not null).GroupBy(seat => (seat.DocumentId, seat.StepName)).ToDictionary(same => same.Key, same => same.MaxBy(seat => seat.DecidedAt)!.DecidedById!);

    private static string Words(Row row, WorkingCalendar calendar)
    {
        var number = row.Number is { } given ? $"（{given}）" : "";
        var words = $"《{row.Title}》{number}{(row.StepName is { } step ? $"{step}：" : "")}{row.Act}（{row.ActorName}，{calendar.Show(row.At)}）";
        return words.Length <= MostWords ? words : words[..MostWords];
    }

    private const int MostWords = 500;

    private sealed record Row
    {
        public required string Id { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Act { get; init; }

        public string? ActorId { get; init; }

        public required string ActorName { get; init; }

        public string? StepName { get; init; }

        public string? DetailJson { get; init; }

        public required string DocumentId { get; init; }

        public required string DrafterId { get; init; }

        public string? ProcedureId { get; init; }

        public required string Title { get; init; }

        public string? Number { get; init; }
    }
}
