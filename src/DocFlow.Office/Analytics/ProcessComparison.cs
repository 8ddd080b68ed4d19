namespace DocFlow.Office.Analytics;

/// <summary>A procedure before and after a change.</summary>
/// <param name="ChangedOn">The day of the change; null where two periods were named.</param>
public sealed record ProcessComparison(string Title, string? Change, DateTimeOffset? ChangedOn, ProcessReading Before, ProcessReading After, IReadOnlyList<ComparedLine> Lines);

/// <summary>A line of 优化前后对照表.</summary>
/// <param name="Unit">小时, %, 个 …</param>
public sealed record ComparedLine(string Name, string Unit, double? Before, double? After)
{
    public double? Change => Before is { } before && After is { } after ? Math.Round(after - before, 2) : null;
}
