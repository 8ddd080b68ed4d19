using DocFlow.Office.Events;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Analytics;

/// <summary>Reads a procedure's events of some days: one range of the events' index, streamed, each event looked at once.</summary>
internal sealed class FlowReader(IOfficeData data, IProcedureTexts texts, Publications publications, OfficeSettings settings)
{
    private const string Registered = "登记";
    private const string Skipped = "略过";
    private const string Drafting = "拟稿";

    public async Task<ProcessReading> ReadAsync(Procedure procedure, AnalysisRange range, AnalysisFilter filter, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var (version, designed) = await DesignedAsync(procedure.Id, range.To, cancellationToken);
        var tally = new FlowTally(new WorkingTime(calendar));
        await foreach (var row in Rows(procedure.Id, range, filter).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Take(tally, row, procedure, designed);
        return tally.Tell(new ProcessReading(procedure.Id, procedure.Title, range, 0, 0) { Version = version, DesignedSteps = designed?.Steps.Count ?? procedure.Steps.Count }, designed);
    }

    /// <summary>The definition that counted last before a moment.</summary>
    public async Task<(int? Version, DesignedFlow? Flow)> DesignedAsync(string procedureId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var number = (await publications.OfAsync(procedureId, cancellationToken)).LastOrDefault(publication => publication.At < before)?.Version;
        var text = (number is null ? null : await texts.FindAsync(procedureId, number, cancellationToken)) ?? await texts.FindAsync(procedureId, null, cancellationToken);
        return text is { } found ? (found.Version, DesignedFlow.Read(found.Json)) : (null, null);
    }

    private static void Take(FlowTally tally, Row row, Procedure procedure, DesignedFlow? designed)
    {
        var item = new FlowItem(row.DocumentId, row.Kind, row.UnitName, row.StartedAt);
        if (EventFacts.Read(row.DetailJson).OpenedAt is { } opened && row.StepName is { } step)
            tally.Decide(item, step, opened, EventFacts.Read(row.DetailJson).SeenAt, row.At, row.Act == StepOutcomes.Return);
        else if (row.Act == Skipped && row.StepName is { } passed)
            tally.Skip(item, passed, row.At);
        else if (row.Act == FlowTally.End)
            tally.Close(item, row.At);
        else if (row.Act == Registered && row.StepName == procedure.Title)
            tally.Begin(item, designed?.Steps.FirstOrDefault() ?? Registered);
        else if (row.Act == StepOutcomes.Forward(StepKind.Draft) && row.StepName == Drafting)
            tally.Begin(item, Drafting);
    }

    private IQueryable<Row> Rows(string procedureId, AnalysisRange range, AnalysisFilter filter)
    {
        var (from, to, kind, unit) = (range.From, range.To, filter.Kind, filter.UnitId);
        return data.Events.AsNoTracking().Where(record => record.At >= from && record.At < to).OrderBy(record => record.At).ThenBy(record => record.Sequence)
            .Join(
                data.Documents.Where(document => document.ProcedureId == procedureId && (kind == null || document.Kind == kind) && (unit == null || document.DrafterUnitId == unit)),
                record => record.DocumentId, document => document.Id, (record, document) => new Row
                {
                    At = record.At, Act = record.Act, StepName = record.StepName, DetailJson = record.DetailJson, DocumentId = document.Id, Kind = document.Kind, UnitName = document.DrafterUnit!.Name,
                    StartedAt = document.CreatedAt,
                });
    }

    private sealed record Row
    {
        public required DateTimeOffset At { get; init; }

        public required string Act { get; init; }

        public string? StepName { get; init; }

        public string? DetailJson { get; init; }

        public required string DocumentId { get; init; }

        public required string Kind { get; init; }

        public required string UnitName { get; init; }

        public required DateTimeOffset StartedAt { get; init; }
    }
}

/// <summary>Which items of a procedure are meant; null for all.</summary>
public sealed record AnalysisFilter(string? Kind = null, string? UnitId = null);
