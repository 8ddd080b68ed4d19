using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>
/// Runs bursts for the office. A burst that faults is not kept at all; its message stays in the outbox with the reason, and runs again.
/// </summary>
internal sealed class WorkflowGateway(DocFlowDbContext database, WorkflowBursts bursts, RestartBurst restart, WorkItemBookmark bookmark) : IWorkflowGateway
{
    public async Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken)
    {
        if (await database.Set<InstanceRow>().AnyAsync(row => row.Id == instanceId, cancellationToken))
            return;
        var key = await bursts.FindAsync(definitionId, VersionChoice.Published, cancellationToken)
            ?? throw new WorkflowFaultException($"The definition '{definitionId}' is not published.", $"没有已发布的流程“{definitionId}”。");
        var start = new WorkflowStart(instanceId) { CorrelationId = documentId, Input = new Dictionary<string, object?> { ["DocumentId"] = documentId }, IsOffice = true };
        if (await bursts.StartAsync(key, start, cancellationToken) is null)
            throw new WorkflowFaultException($"The activation strategy of '{definitionId}' allows no instance now.", $"流程“{definitionId}”同时只能办理一件，请等前一件办结。");
    }

    public async Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken)
    {
        if (!await database.Set<InstanceRow>().AnyAsync(row => row.Id == instanceId, cancellationToken))
            throw new WorkflowFaultException($"The instance '{instanceId}' is unknown.", "流程的运行记录不存在。");
        await bursts.ResumeHashAsync(instanceId, bookmark.HashOf(workItemId), new Dictionary<string, object?> { [bookmark.OutcomeInput] = outcome }, cancellationToken);
    }

    public Task RestartAsync(string instanceId, int? definitionVersion, CancellationToken cancellationToken) => restart.RunAsync(instanceId, definitionVersion, cancellationToken);
}
