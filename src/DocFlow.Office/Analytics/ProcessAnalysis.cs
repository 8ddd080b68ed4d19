using System.Globalization;
using DocFlow.Documents.Charts;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Papers;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Analytics;

/// <inheritdoc />
internal sealed class ProcessAnalysis(
    IOfficeData data, IProcedures procedures, ProcedureCatalog catalog, OfficeDirectory directory, FlowReader reader, Publications publications, IProcedureTexts texts,
    ProcessSimulator simulator, IProcedureSteps steps, DocumentAccess access, OfficeSettings settings, OfficeClock clock) : IProcessAnalysis
{
    /// <summary>Whoever reads all its matters improves procedures, and so may analyse any of them.</summary>
    private const string Improvement = "process-improvement";

    public async Task<IReadOnlyList<AnalysedProcedure>> ListAsync(string personId, CancellationToken cancellationToken = default)
    {
        var posts = await PostsAsync(personId, cancellationToken);
        var declared = await procedures.DeclaredAsync(cancellationToken);
        return [.. declared.Where(procedure => MayAnalyse(procedure, declared, posts)).Select(procedure => new AnalysedProcedure(procedure.Id, procedure.Title, procedure.Group))];
    }

    public async Task<ProcessReading> ReadAsync(string personId, string procedureId, string? period, AnalysisFilter filter, CancellationToken cancellationToken = default)
    {
        var procedure = await RequireAsync(personId, procedureId, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        return await reader.ReadAsync(procedure, RangeOf(period ?? PeriodRange.NameOf(calendar.DayOf(clock.Now), RegisterPeriod.Month), calendar), filter, cancellationToken);
    }

    public async Task<ProcessComparison> CompareAsync(string personId, string procedureId, ComparisonQuery query, CancellationToken cancellationToken = default) =>
        await CompareAsync(await RequireAsync(personId, procedureId, cancellationToken), query, cancellationToken);

    public async Task<Paper> PrintAsync(string personId, string procedureId, ComparisonQuery query, CancellationToken cancellationToken = default) =>
        await PrintAsync(await CompareAsync(personId, procedureId, query, cancellationToken), cancellationToken);

    public async Task<FlowChart> DesignedChartAsync(string personId, string procedureId, int? version, CancellationToken cancellationToken = default)
    {
        _ = await RequireAsync(personId, procedureId, cancellationToken);
        return FlowCharts.Of((await FlowAsync(procedureId, version, cancellationToken)).Flow);
    }

    public async Task<ChartSheet> PrintChartAsync(string personId, string procedureId, int? version, CancellationToken cancellationToken = default) =>
        await PrintChartAsync(await RequireAsync(personId, procedureId, cancellationToken), version, cancellationToken);

    public FlowChart DiscoveredChart(ProcessReading reading) => FlowCharts.Of(reading);

    public async Task<SimulationReading> SimulateAsync(string personId, string procedureId, int? version, int items, CancellationToken cancellationToken = default)
    {
        var procedure = await RequireAsync(personId, procedureId, cancellationToken);
        var played = await SimulateAsync(procedure, version, items, cancellationToken);
        var seen = await access.InsideAmongAsync(personId, [.. played.Items.Select(item => item.DocumentId).OfType<string>()], cancellationToken);
        // What was played is told; what it was about only to those who may read it.
        return played with { Items = [.. played.Items.Select(item => item.DocumentId is { } id && seen.Contains(id) ? item : item with { DocumentId = null, Title = "（无权查看）" })] };
    }

    public async Task<IReadOnlyList<Publication>> PublicationsAsync(string personId, string procedureId, CancellationToken cancellationToken = default)
    {
        _ = await RequireAsync(personId, procedureId, cancellationToken);
        return await publications.OfAsync(procedureId, cancellationToken);
    }

    internal async Task<SimulationReading> SimulateAsync(Procedure procedure, int? version, int items, CancellationToken cancellationToken)
    {
        var versions = await steps.VersionsAsync(procedure.Id, cancellationToken);
        if (versions.Count == 0 || (version is { } asked && versions.All(one => one.Number != asked)))
            throw RefusalException.NotFound("这一版流程");
        return await simulator.PlayAsync(procedure, version ?? versions[0].Number, items, cancellationToken);
    }

    internal async Task<ChartSheet> PrintChartAsync(Procedure procedure, int? version, CancellationToken cancellationToken)
    {
        var (number, flow) = await FlowAsync(procedure.Id, version, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        return new ChartSheet($"{procedure.Title}流程图", await OfficeAsync(cancellationToken), string.Create(CultureInfo.InvariantCulture, $"第{number}版 {calendar.Print(clock.Now)}"), FlowCharts.Of(flow));
    }

    private async Task<(int Version, DesignedFlow Flow)> FlowAsync(string procedureId, int? version, CancellationToken cancellationToken) =>
        await texts.FindAsync(procedureId, version, cancellationToken) is { } text && DesignedFlow.Read(text.Json) is { } flow ? (text.Version, flow) : throw RefusalException.NotFound("这一版流程图");

    private async Task<string> OfficeAsync(CancellationToken cancellationToken) =>
        await data.Units.Where(unit => unit.Kind == UnitKind.Office).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken) ?? "";

    internal async Task<Paper> PrintAsync(ProcessComparison comparison, CancellationToken cancellationToken) =>
        ComparisonTable.Print(comparison, await OfficeAsync(cancellationToken), await settings.ReadCalendarAsync(cancellationToken), clock.Now);

    internal async Task<ProcessComparison> CompareAsync(Procedure procedure, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        if ((query.Before is null) != (query.After is null))
            throw RefusalException.Invalid("请写明前后两个时期，如 2026-10 和 2026-12。");
        if (query is { Before: { } one, After: { } other })
            return await OfAsync(procedure, null, null, RangeOf(one, calendar), RangeOf(other, calendar), cancellationToken);
        if (query.Days is < 1 or > ComparisonQuery.MostDays)
            throw RefusalException.Invalid($"前后天数须在1至{ComparisonQuery.MostDays}之间。");
        var last = (await publications.OfAsync(procedure.Id, cancellationToken)).LastOrDefault();
        var day = query.ChangedOn ?? (last is null ? throw RefusalException.Invalid("没有流程发布的记录，请写明改动日期或前后两个时期。") : calendar.DayOf(last.At));
        var change = query.ChangedOn is null ? string.Create(CultureInfo.InvariantCulture, $"第{last!.Version}版发布") : "改动";
        return await OfAsync(procedure, change, calendar.StartOf(day), Days(day.AddDays(-query.Days), day), Days(day, day.AddDays(query.Days)), cancellationToken);

        AnalysisRange Days(DateOnly from, DateOnly to) => new(calendar.StartOf(from), calendar.StartOf(to), string.Create(CultureInfo.InvariantCulture, $"{from.Year}年{from.Month}月{from.Day}日起{query.Days}天"));
    }

    private async Task<ProcessComparison> OfAsync(Procedure procedure, string? change, DateTimeOffset? changedOn, AnalysisRange before, AnalysisRange after, CancellationToken cancellationToken)
    {
        if (before.From >= after.From)
            throw RefusalException.Invalid("前一时期须早于后一时期。");
        var (one, other) = (await reader.ReadAsync(procedure, before, new AnalysisFilter(), cancellationToken), await reader.ReadAsync(procedure, after, new AnalysisFilter(), cancellationToken));
        return new ProcessComparison(procedure.Title, change, changedOn, one, other, ComparisonTable.LinesOf(one, other));
    }

    private static AnalysisRange RangeOf(string period, WorkingCalendar calendar)
    {
        var range = PeriodRange.Read(period, calendar);
        return new AnalysisRange(range.From, range.To, range.Words);
    }

    private async Task<Procedure> RequireAsync(string personId, string procedureId, CancellationToken cancellationToken)
    {
        var procedure = await catalog.RequireAsync(procedureId, cancellationToken);
        return MayAnalyse(procedure, await procedures.DeclaredAsync(cancellationToken), await PostsAsync(personId, cancellationToken))
            ? procedure
            : throw RefusalException.Forbidden($"“{procedure.Title}”的流程分析只供单位负责人、流程优化人员和该事项的管理人员查看。");
    }

    // Figures only, but they say who is slow.
    private static bool MayAnalyse(Procedure procedure, IReadOnlyList<Procedure> declared, IReadOnlyList<Post> posts) => posts.Any(post => post.Duties.HasFlag(PostDuties.Head) && post.Unit!.Kind is UnitKind.Section or UnitKind.Leadership)
        || Audience.Includes(procedure.Readers, posts) || Audience.Includes(declared.FirstOrDefault(other => other.Id == Improvement)?.Readers ?? [], posts);

    private async Task<IReadOnlyList<Post>> PostsAsync(string personId, CancellationToken cancellationToken) =>
        (await directory.InForce().AsNoTracking().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
}
