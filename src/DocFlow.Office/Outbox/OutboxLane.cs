namespace DocFlow.Office.Outbox;

/// <summary>Which messages a worker takes.</summary>
internal enum OutboxLane
{
    /// <summary>What procedures wait for.</summary>
    Workflows,

    /// <summary>What leaves the system, where the other side may be slow.</summary>
    Notices,
}
