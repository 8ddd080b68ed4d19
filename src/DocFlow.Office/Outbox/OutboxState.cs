namespace DocFlow.Office.Outbox;

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    Waiting,

    Done,

    /// <summary>Given up on after the last attempt: an administrator sees it and sends it again.</summary>
    Stuck,
}
