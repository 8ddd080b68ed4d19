namespace DocFlow.Office.Outbox;

/// <summary>The workflow engine as the office sees it. Both calls are idempotent: the dispatcher may repeat them after a crash.</summary>
public interface IWorkflowGateway
{
    /// <summary>Starts an instance under an id decided by the office; starting an existing id does nothing.</summary>
    /// <param name="documentId">Also the correlation id, by which activities find their document.</param>
    Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken);

    /// <summary>Goes on at the step that waits for a work item; does nothing when it waits no more.</summary>
    Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken);
}
