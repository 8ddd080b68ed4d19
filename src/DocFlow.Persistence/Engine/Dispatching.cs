using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;

namespace DocFlow.Persistence.Engine;

/// <summary>Leaves requests from outside in the outbox.</summary>
internal sealed class Dispatching(DocFlowDbContext database, WorkflowBursts bursts, WorkflowOutbox outbox, EventOutbox events, IProcedureLog log)
{
    /// <returns>The instance's id, or null when there is no such version.</returns>
    public async Task<string?> AddAsync(StartRequest request, string instanceId, string? account, CancellationToken cancellationToken)
    {
        if (request.InstanceId is not null && await bursts.StateAsync(instanceId, cancellationToken) is not null)
            return instanceId;
        if (await bursts.FindAsync(request.DefinitionId, request.Version, cancellationToken) is not { } key)
            return null;
        outbox.Add(new StartMessage(instanceId, key.VersionId, request.DefinitionId)
        {
            CorrelationId = request.CorrelationId,
            Name = request.Name,
            TriggerNodeId = request.TriggerActivityId is { } activityId ? await bursts.NodeOfAsync(key, activityId, cancellationToken) : null,
            Input = WorkflowOutbox.Nodes(request.Input),
            Variables = WorkflowOutbox.Nodes(request.Variables),
        });
        if (account is not null)
            log.Add(account, "后台运行流程", request.DefinitionId, instanceId, key.Hash);
        await database.SaveChangesAsync(cancellationToken);
        return instanceId;
    }

    public async Task<bool> AddAsync(EventMessage message, CancellationToken cancellationToken)
    {
        events.Add(message);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
