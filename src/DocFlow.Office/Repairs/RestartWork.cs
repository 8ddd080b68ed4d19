using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Repairs;

/// <summary>Delivers a restart: what a burst opened meanwhile is cancelled in the transaction of the new one.</summary>
internal sealed class RestartWork(IOfficeData data, StepCancelling cancelling, IWorkflowGateway gateway, RestartingBurst burst)
{
    public async Task DoAsync(RestartMessage message, CancellationToken cancellationToken)
    {
        var document = await data.Documents.SingleAsync(row => row.Id == message.DocumentId, cancellationToken);

        // It arrived before, and only the message wasn't marked.
        if (document.JumpToNodeId is not { } target)
            return;
        if (document.State is DocumentState.Void or DocumentState.Issued or DocumentState.Archived)
        {
            // The burst that was under way came to the end.
            document.JumpToNodeId = null;
            await data.SaveChangesAsync(cancellationToken);
            return;
        }

        foreach (var item in await cancelling.OpenAsync(message.InstanceId, cancellationToken))
        {
            if (item.NodeId != target)
                cancelling.Cancel(item);
        }

        burst.IsOn = true;
        await gateway.RestartAsync(message.InstanceId, message.DefinitionVersion, cancellationToken);
    }
}
