namespace DocFlow.Office.Deadlines;

/// <summary>What a deadline does.</summary>
public enum DeadlineKind
{
    /// <summary>提醒: tells the holders of open seats that the work falls due.</summary>
    Remind,

    /// <summary>到期: tells them that it is overdue, and closes their seats where the rule says so.</summary>
    Due,

    /// <summary>发函: sends the holders an official letter (催办函).</summary>
    Letter,

    /// <summary>上报: tells others that it is still not done.</summary>
    Escalate,

    /// <summary>呼叫: calls the next of a chain, who hasn't been asked yet; the last one tells others that nobody answers.</summary>
    Call,

    /// <summary>催签收: tells who hasn't signed for what was sent.</summary>
    Receipt,
}
