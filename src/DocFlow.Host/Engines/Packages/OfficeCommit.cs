using DocFlow.Office;
using DocFlow.Office.Outbox;
using Elsa.Workflows;
using Elsa.Workflows.CommitStates;
using Elsa.Workflows.Models;
using Elsa.Workflows.State;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Engines;

/// <summary>
/// Saves what a burst's activities did in the office, then lets Elsa save the burst. When the host dies between the two, the burst runs
/// again, and the office's keys make that the same act. A document's burst that faults is kept in neither: its message waits in the outbox.
/// </summary>
internal sealed class OfficeCommit(ICommitStateHandler elsas) : ICommitStateHandler
{
    public async Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, CancellationToken cancellationToken = default)
    {
        await SaveOfficeAsync(workflowExecutionContext, cancellationToken);
        await elsas.CommitAsync(workflowExecutionContext, cancellationToken);
    }

    public async Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, WorkflowState workflowState, CancellationToken cancellationToken = default)
    {
        await SaveOfficeAsync(workflowExecutionContext, cancellationToken);
        await elsas.CommitAsync(workflowExecutionContext, workflowState, cancellationToken);
    }

    // In the burst's own scope, where its activities worked.
    private static async Task SaveOfficeAsync(WorkflowExecutionContext context, CancellationToken cancellationToken)
    {
        var office = context.GetRequiredService<IOfficeData>();
        if (context.SubStatus != WorkflowSubStatus.Faulted)
        {
            await office.SaveChangesAsync(cancellationToken);
            return;
        }

        office.Forget();
        var (instanceId, documentId) = (context.Id, context.CorrelationId);
        if (await office.Documents.AnyAsync(document => document.InstanceId == instanceId || document.Id == documentId, cancellationToken))
            throw FaultOf(context.Incidents);
    }

    // What an activity says to people is Chinese; anything else is an exception's own words.
    private static WorkflowFaultException FaultOf(ICollection<ActivityIncident> incidents) => new(
        string.Join(" ", incidents.Select(incident => $"{incident.ActivityId}: {incident.Message}{Environment.NewLine}{incident.Exception?.StackTrace}")),
        string.Join(" ", incidents.Select(incident => incident.Message).Where(message => message.Any(character => character is >= '\u4E00' and <= '\u9FFF'))));
}
