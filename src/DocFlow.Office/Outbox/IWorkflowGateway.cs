namespace DocFlow.Office.Outbox;

/// <summary>The workflow engine as the office sees it. Both calls are idempotent: the dispatcher may repeat them after a crash.</summary>
public interface IWorkflowGateway
{
    /// <summary>Starts an instance under an id decided by the office; starting an existing id does nothing.</summary>
    /// <param name="documentId">Also the correlation id, by which activities find their document.</param>
    Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken);

    /// <summary>Goes on at the step that waits for a work item; does nothing when it waits no more.</summary>
    Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken);

    /// <summary>
    /// Runs an instance again from its start, under the same id: all that it waits for is forgotten, its history and variables stay. The steps before the one that
    /// the document was moved to are passed by the office.
    /// </summary>
    /// <param name="definitionVersion">The version to go on with; null for the same.</param>
    /// <exception cref="WorkflowFaultException">The engine can't, or the step wasn't reached: nothing is kept.</exception>
    Task RestartAsync(string instanceId, int? definitionVersion, CancellationToken cancellationToken) =>
        throw new WorkflowFaultException("This engine can't restart an instance.", "这个流程引擎不支持移动环节和更换流程版本。");
}
