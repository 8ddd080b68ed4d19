namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>How flowcharts find what comes next.</summary>
public enum FlowchartMode
{
    /// <summary>By counting visits, with dead paths skipped: the library's default.</summary>
    Counter,

    /// <summary>By tokens that wander along the arrows, merged as each activity asks.</summary>
    Token,
}
