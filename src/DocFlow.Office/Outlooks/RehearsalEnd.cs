namespace DocFlow.Office.Outlooks;

/// <summary>How far a rehearsal came.</summary>
public enum RehearsalEnd
{
    /// <summary>It can't be told: what follows depends on something that happens only when it is done.</summary>
    Unknown,

    /// <summary>The procedure waits.</summary>
    Waits,

    /// <summary>The procedure is over.</summary>
    Over,
}
