namespace DocFlow.Office.Outbox;

/// <summary>Events between workflows, as the dispatcher delivers them. Both calls may be repeated after a crash.</summary>
public interface IWorkflowEvents
{
    /// <summary>Finds who waits for an event or is started by it, and leaves one message for each.</summary>
    Task AnnounceAsync(EventMessage message, CancellationToken cancellationToken);

    /// <summary>Tells one waiting instance, or starts one; does nothing when it waits no more or was started already.</summary>
    Task DeliverAsync(EventDelivery delivery, CancellationToken cancellationToken);
}
