using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>
/// Runs bursts for the office: the engine's state and what the activities wrote are saved by one SaveChanges. A burst that faults
/// is not kept at all; its message stays in the outbox with the reason, and runs again.
/// </summary>
public sealed class WorkflowGateway(
    DocFlowDbContext database, DefinitionCatalog catalog, DefinitionCache cache, WorkflowRunner runner, BurstKeeper keeper, IServiceProvider services, WorkItemBookmark bookmark) : IWorkflowGateway
{
    public async Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken) =>
        await StartAsync(definitionId, instanceId, documentId, null, new Dictionary<string, object?> { ["DocumentId"] = documentId }, cancellationToken);

    public async Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken)
    {
        if (await database.Set<InstanceRow>().SingleOrDefaultAsync(row => row.Id == instanceId, cancellationToken) is not { } instance)
            throw new WorkflowFaultException($"The instance '{instanceId}' is unknown.", "流程的运行记录不存在。");
        var definition = await DefinitionOfAsync(instance, cancellationToken);
        var input = new Dictionary<string, object?> { [bookmark.OutcomeInput] = outcome };
        if (await runner.ResumeAsync(definition, BurstKeeper.Read(instance), bookmark.HashOf(workItemId), input, services, cancellationToken) is { } result)
            await keeper.KeepAsync(instance, result, cancellationToken);
    }

    /// <summary>Starts an instance, at a trigger or at its usual start; an id that exists does nothing.</summary>
    internal async Task StartAsync(
        string definitionId, string instanceId, string? correlationId, string? triggerNodeId, Dictionary<string, object?> input, CancellationToken cancellationToken)
    {
        if (await database.Set<InstanceRow>().AnyAsync(row => row.Id == instanceId, cancellationToken))
            return;
        var row = await catalog.LatestAsync(definitionId, cancellationToken)
            ?? throw new WorkflowFaultException($"The definition '{definitionId}' is not published.", $"没有已发布的流程“{definitionId}”。");
        var result = await runner.StartAsync(cache.Get(row), instanceId, correlationId, input, services, cancellationToken, triggerNodeId);
        var instance = new InstanceRow { Id = instanceId, DefinitionRowId = row.Id, CorrelationId = correlationId ?? "", SubStatus = "", StateJson = "" };
        database.Add(instance);
        await keeper.KeepAsync(instance, result, cancellationToken);
    }

    /// <summary>Goes on at a bookmark with an event's payload or because its time has come; one that is gone does nothing.</summary>
    /// <returns>Whether the instance went on.</returns>
    internal async Task<bool> ResumeBookmarkAsync(string instanceId, string bookmarkId, object? payload, CancellationToken cancellationToken)
    {
        if (await database.Set<InstanceRow>().SingleOrDefaultAsync(row => row.Id == instanceId, cancellationToken) is not { } instance)
            return false;
        var definition = await DefinitionOfAsync(instance, cancellationToken);
        var input = new Dictionary<string, object?> { [Event.PayloadInput] = payload };
        if (await runner.ResumeBookmarkAsync(definition, BurstKeeper.Read(instance), bookmarkId, input, services, cancellationToken) is not { } result)
            return false;
        await keeper.KeepAsync(instance, result, cancellationToken);
        return true;
    }

    private async Task<WorkflowDefinition> DefinitionOfAsync(InstanceRow instance, CancellationToken cancellationToken) =>
        cache.Get(await database.Set<DefinitionRow>().AsNoTracking().SingleAsync(row => row.Id == instance.DefinitionRowId, cancellationToken));
}
