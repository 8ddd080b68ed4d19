using DocFlow.Documents.Charts;
using DocFlow.Documents.Papers;

namespace DocFlow.Office.Analytics;

/// <summary>流程分析: how procedures are really done, from events.</summary>
public interface IProcessAnalysis
{
    /// <summary>The procedures that a person may analyse.</summary>
    Task<IReadOnlyList<AnalysedProcedure>> ListAsync(string personId, CancellationToken cancellationToken = default);

    /// <param name="period">2026, 2026-Q4 or 2026-12; null for the month that it is.</param>
    Task<ProcessReading> ReadAsync(string personId, string procedureId, string? period, AnalysisFilter filter, CancellationToken cancellationToken = default);

    Task<ProcessComparison> CompareAsync(string personId, string procedureId, ComparisonQuery query, CancellationToken cancellationToken = default);

    /// <summary>优化前后对照表, for printing.</summary>
    Task<Paper> PrintAsync(string personId, string procedureId, ComparisonQuery query, CancellationToken cancellationToken = default);

    /// <summary>The definition's chart.</summary>
    /// <param name="version">Null for the published one.</param>
    Task<FlowChart> DesignedChartAsync(string personId, string procedureId, int? version, CancellationToken cancellationToken = default);

    /// <summary>流程图, for printing on one sheet.</summary>
    Task<ChartSheet> PrintChartAsync(string personId, string procedureId, int? version, CancellationToken cancellationToken = default);

    /// <summary>The chart of what was really done.</summary>
    FlowChart DiscoveredChart(ProcessReading reading);

    /// <summary>Plays the procedure's last items on a version, published or not.</summary>
    /// <param name="version">Null for the newest one.</param>
    Task<SimulationReading> SimulateAsync(string personId, string procedureId, int? version, int items, CancellationToken cancellationToken = default);

    /// <summary>When which version began to count, oldest first.</summary>
    Task<IReadOnlyList<Publication>> PublicationsAsync(string personId, string procedureId, CancellationToken cancellationToken = default);
}

/// <summary>A procedure that may be analysed.</summary>
public sealed record AnalysedProcedure(string Id, string Title, string Group);

/// <summary>What is compared: two periods, or the days before and after a change.</summary>
/// <param name="ChangedOn">The day of the change; without periods and a day, the last publication.</param>
/// <param name="Days">How many days before and after it.</param>
public sealed record ComparisonQuery(string? Before = null, string? After = null, DateOnly? ChangedOn = null, int Days = ComparisonQuery.UsualDays)
{
    public const int UsualDays = 30;
    public const int MostDays = 366;
}
