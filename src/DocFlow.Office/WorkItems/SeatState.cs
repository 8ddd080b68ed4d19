namespace DocFlow.Office.WorkItems;

/// <summary>Where a seat stands.</summary>
public enum SeatState
{
    /// <summary>待办</summary>
    Open,

    /// <summary>已办</summary>
    Decided,

    /// <summary>撤销</summary>
    Withdrawn,

    /// <summary>按规定通过: closed by the system.</summary>
    PassedByRule,

    /// <summary>待前一人办理: opens when the seat that asked for it has decided (后加签).</summary>
    Waiting,
}
