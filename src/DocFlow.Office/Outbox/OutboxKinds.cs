namespace DocFlow.Office.Outbox;

/// <summary>The kinds of outbox messages.</summary>
internal static class OutboxKinds
{
    public const string Start = "start-workflow";
    public const string Resume = "resume";
    public const string Restart = "restart";
    public const string Event = "event";
    public const string EventDelivery = "event-delivery";
}
