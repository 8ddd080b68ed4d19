namespace DocFlow.Documents.Charts;

/// <summary>An arrow of a chart.</summary>
/// <param name="From">The index of its node.</param>
/// <param name="Weight">How thick, 0 to 1.</param>
public sealed record ChartEdge(int From, int To, string Label, double Weight = 0, ChartTone Tone = ChartTone.Plain);

/// <summary>What an arrow says.</summary>
public enum ChartTone
{
    Plain,

    /// <summary>返工: it goes back.</summary>
    Rework,

    /// <summary>计划外: the definition doesn't lead there.</summary>
    Unplanned,
}
