namespace DocFlow.Office.Circulation;

/// <summary>Where a reader's place in a circulation stands.</summary>
public enum ReadingState
{
    /// <summary>未阅: the sheet goes round, and the reader hasn't read it.</summary>
    Unread,

    /// <summary>已阅</summary>
    Read,

    /// <summary>未阅而结束: the sheet was ended before the reader read it.</summary>
    Ended,
}
