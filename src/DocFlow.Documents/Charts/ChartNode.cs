namespace DocFlow.Documents.Charts;

/// <summary>A step of a chart.</summary>
/// <param name="Note">A second row, such as how often; null for none.</param>
/// <param name="Shape">How it is drawn.</param>
public sealed record ChartNode(string Words, string? Note = null, ChartShape Shape = ChartShape.Human);

/// <summary>How a step is drawn.</summary>
public enum ChartShape
{
    /// <summary>人工环节: a double frame is not needed, a plain one.</summary>
    Human,

    /// <summary>自动环节: thin.</summary>
    Automatic,

    /// <summary>开始、结束: no frame but rules above and below.</summary>
    Terminal,
}
