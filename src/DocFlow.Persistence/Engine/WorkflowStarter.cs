using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Starts instances in the background: children, and what was dispatched.</summary>
internal sealed class WorkflowStarter(DocFlowDbContext database, WorkflowBursts bursts, WorkflowOutbox outbox) : IOutboxReceiver
{
    public const string MessageKind = "workflow-start";

    public string Kind => MessageKind;

    public async Task ReceiveAsync(string payloadJson, CancellationToken cancellationToken)
    {
        var message = EngineJson.ReadMessage<StartMessage>(payloadJson);
        if (await database.Set<InstanceRow>().AnyAsync(row => row.Id == message.InstanceId, cancellationToken))
            return;
        var key = message.VersionId is { } versionId
            ? await database.Set<DefinitionRow>().Where(row => row.VersionId == versionId).Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).FirstOrDefaultAsync(cancellationToken)
            : await bursts.FindAsync(message.DefinitionId, VersionChoice.Published, cancellationToken);
        if (key is null)
            throw new WorkflowFaultException($"The definition '{message.DefinitionId}' is not published.", $"没有已发布的流程“{message.DefinitionId}”。");
        var state = await bursts.StartAsync(
            key,
            new WorkflowStart(message.InstanceId)
            {
                CorrelationId = message.CorrelationId,
                Name = message.Name,
                TriggerNodeId = message.TriggerNodeId,
                ParentInstanceId = message.ParentInstanceId,
                ParentWaits = message.ParentWaits,
                Generation = message.Generation,
                Input = WorkflowOutbox.Values(message.Input),
                Variables = WorkflowOutbox.Values(message.Variables),
            },
            cancellationToken);

        // A strategy that allows no instance now says the same as to a direct start: there is none.
        if (state is null && message is { ParentWaits: true, ParentInstanceId: { } parentId })
            await TellParentAsync(message, parentId, cancellationToken);
    }

    private async Task TellParentAsync(StartMessage message, string parentId, CancellationToken cancellationToken)
    {
        // A document's procedure waits for its turn, and its message says why.
        if (await database.Set<InstanceRow>().AnyAsync(row => row.Id == parentId && row.IsOffice, cancellationToken))
            throw new WorkflowFaultException($"The activation strategy of '{message.DefinitionId}' allows no instance now.", $"流程“{message.DefinitionId}”同时只能办理一件，请等前一件办结。");
        outbox.Add(message.InstanceId, ChildRefusal.For(parentId, message.InstanceId, message.DefinitionId));
        await database.SaveChangesAsync(cancellationToken);
    }
}
