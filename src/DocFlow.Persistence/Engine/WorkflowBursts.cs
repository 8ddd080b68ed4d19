using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Events;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Runs bursts in the scope's transaction: the engine's state and what the activities wrote are saved by one SaveChanges.</summary>
internal sealed class WorkflowBursts(DocFlowDbContext database, DefinitionCache cache, WorkflowRunner runner, BurstKeeper keeper, WorkflowActivation activation, BurstQueries queries, InstanceFamily family, IProcedureLog log, IServiceProvider services)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    /// <summary>The version of a choice, the newest when several match.</summary>
    public Task<DefinitionKey?> FindAsync(string definitionId, VersionChoice version, CancellationToken cancellationToken) => version.Kind == VersionKind.Published
        ? queries.Published(database, definitionId, cancellationToken)
        : database.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId).Of(version).OrderByDescending(row => row.Number)
        .Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Which node of a version an activity's id is; null when there is none.</summary>
    public async Task<string?> NodeOfAsync(DefinitionKey key, string activityId, CancellationToken cancellationToken) =>
        (await cache.GetAsync(database, key, cancellationToken)).Nodes.FirstOrDefault(node => node.Value.Id == activityId || node.Key == activityId).Key;

    /// <summary>An instance as it stands; null when there is none.</summary>
    public async Task<InstanceState?> StateAsync(string instanceId, CancellationToken cancellationToken) =>
        await InstanceMapping.Versions(database, database.Set<InstanceRow>().AsNoTracking().Where(row => row.Id == instanceId)).SingleOrDefaultAsync(cancellationToken) is { } found
            ? InstanceMapping.StateOf(found)
            : null;

    /// <summary>Starts an instance and saves its first burst.</summary>
    /// <param name="account">Who runs it; null when a document, an event or time does.</param>
    /// <returns>Null when its activation strategy allows no instance now.</returns>
    public async Task<InstanceState?> StartAsync(DefinitionKey key, WorkflowStart start, CancellationToken cancellationToken, string? account = null)
    {
        var definition = await cache.GetAsync(database, key, cancellationToken);
        if (!await activation.BeginAsync(definition, start, cancellationToken))
            return null;
        var result = await RunFirstAsync(definition, start, cancellationToken);
        var instance = RowOf(key, definition, start, result.State);
        database.Add(instance);
        if (account is not null)
            log.Add(account, "运行流程", definition.DefinitionId, start.InstanceId, key.Hash);
        await keeper.KeepAsync(instance, result, cancellationToken);
        return result.State;
    }

    /// <summary>Runs a child's first burst and adds it to the context: it is saved with its parent's burst.</summary>
    /// <returns>Null when its activation strategy allows no instance now.</returns>
    public async Task<BurstResult?> AddChildAsync(DefinitionKey key, WorkflowStart start, CancellationToken cancellationToken)
    {
        var definition = await cache.GetAsync(database, key, cancellationToken);
        if (!await activation.BeginAsync(definition, start, cancellationToken))
            return null;
        var result = await RunFirstAsync(definition, start, cancellationToken);
        var instance = RowOf(key, definition, start, result.State);
        database.Add(instance);
        await keeper.AddAsync(instance, result, cancellationToken);
        return result;
    }

    /// <summary>Goes on at the bookmarks of a hash.</summary>
    public Task<bool> ResumeHashAsync(string instanceId, string hash, IReadOnlyDictionary<string, object?> input, CancellationToken cancellationToken) => GoOnAsync(
        instanceId, (definition, state) => runner.ResumeAsync(definition, state, hash, input, services, cancellationToken), cancellationToken);

    /// <summary>Goes on at a bookmark; one that is gone does nothing.</summary>
    /// <returns>Whether the instance went on.</returns>
    public Task<bool> ResumeBookmarkAsync(string instanceId, string bookmarkId, IReadOnlyDictionary<string, object?>? input, CancellationToken cancellationToken) => GoOnAsync(
        instanceId, (definition, state) => runner.ResumeBookmarkAsync(definition, state, bookmarkId, input ?? Nothing, services, cancellationToken), cancellationToken);

    /// <summary>Runs another burst of an instance, and saves it.</summary>
    /// <returns>Whether there was something to run.</returns>
    public async Task<bool> GoOnAsync(string instanceId, Func<WorkflowDefinition, InstanceState, Task<BurstResult?>> run, CancellationToken cancellationToken)
    {
        if (await queries.Instance(database, instanceId, cancellationToken) is not { } found)
            return false;
        var definition = await cache.GetAsync(database, new DefinitionKey(found.VersionRowId, found.Hash, found.VersionId, found.Number), cancellationToken);
        if (await run(definition, InstanceMapping.StateOf(found.Row)) is not { } result)
            return false;
        await keeper.KeepAsync(found.Row, result, cancellationToken);
        return true;
    }

    private async Task<BurstResult> RunFirstAsync(WorkflowDefinition definition, WorkflowStart start, CancellationToken cancellationToken)
    {
        family.Remember(start.InstanceId, start.ParentInstanceId);
        var result = await runner.StartAsync(
            definition, start.InstanceId, start.CorrelationId, start.Input, services, cancellationToken, start.TriggerNodeId, start.Name, start.Variables, start.ParentInstanceId, start.ParentWaits, start.Generation);
        activation.End(result.State);
        return result;
    }

    private static InstanceRow RowOf(DefinitionKey key, WorkflowDefinition definition, WorkflowStart start, InstanceState state) => new()
    {
        Id = start.InstanceId,
        DefinitionRowId = key.RowId,
        DefinitionId = definition.DefinitionId,
        CorrelationId = "",
        IsOffice = start.IsOffice,
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
        StateJson = "",
    };
}
