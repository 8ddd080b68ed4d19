using System.Text.Json;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Elsa.Runtime.Triggers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Makes drafts and publishes them, within a transaction that has the definitions' lock.</summary>
internal sealed class DefinitionVersions(DocFlowDbContext database, DefinitionCache cache, UsableWorkflows usable, TriggerIndexer triggers, TriggerSchedule schedule, EndpointRoutes routes, TimeProvider time)
{
    /// <summary>Runs a change of definitions as one transaction; those of all hosts queue, and each is told to the others by the lock's number.</summary>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var result = await database.InTransactionAsync(
            async () =>
            {
                database.ChangeTracker.Clear();
                await database.LockAsync(EngineLockRow.Definitions, cancellationToken);
                var changed = await change();
                await database.SaveChangesAsync(cancellationToken);
                return changed;
            },
            cancellationToken);
        await usable.RefreshAsync(database, cancellationToken);
        return result;
    }

    public Task<DefinitionRow?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        database.Set<DefinitionRow>().SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsLatest, cancellationToken);

    /// <summary>Puts a text into the draft: the latest version, or a new one when that is published or fixed.</summary>
    /// <param name="latest">The latest version; null for a new definition.</param>
    public DefinitionRow Draft(DefinitionRow? latest, string definitionId, string json, DefinitionEnvelope envelope)
    {
        var row = latest is { IsPublished: false } ? latest : Add(latest, definitionId, DefinitionEnvelope.NewId(), json);
        (row.Json, row.Hash) = (json, DefinitionEnvelope.HashOf(json));
        (row.Name, row.Description, row.ToolVersion) = (envelope.Name, envelope.Description, envelope.ToolVersion);
        (row.IsSystem, row.UsableAsActivity) = (envelope.IsSystem, envelope.UsableAsActivity);
        return row;
    }

    /// <summary>Adds a version after the latest.</summary>
    public DefinitionRow Add(DefinitionRow? latest, string definitionId, string versionId, string json)
    {
        latest?.IsLatest = false;
        var row = new DefinitionRow
        {
            VersionId = versionId,
            DefinitionId = definitionId,
            Number = (latest?.Number ?? 0) + 1,
            IsLatest = true,
            Hash = DefinitionEnvelope.HashOf(json),
            Json = json,
            CreatedAt = time.GetUtcNow(),
        };
        database.Add(row);
        return row;
    }

    /// <summary>Makes a version the one that new instances run.</summary>
    public async Task PublishAsync(DefinitionRow row, WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var starts = await triggers.IndexAsync(definition, cancellationToken);
        await routes.RefuseTakenAsync(definition, row.DefinitionId, starts, cancellationToken);
        var others = await database.Set<DefinitionRow>().Where(other => other.DefinitionId == row.DefinitionId && (other.IsPublished || other.IsLatest)).ToListAsync(cancellationToken);
        foreach (var other in others)
            (other.IsPublished, other.IsLatest) = (false, false);
        (row.IsPublished, row.IsLatest) = (true, true);
        await StartFromAsync(row.DefinitionId, starts, cancellationToken);
        await ForgetConflictAsync(row.DefinitionId, cancellationToken);
    }

    /// <summary>Whether there was a published version to take out of use.</summary>
    public async Task<DefinitionRow?> RetractAsync(string definitionId, CancellationToken cancellationToken)
    {
        if (await database.Set<DefinitionRow>().SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsPublished, cancellationToken) is not { } published)
            return null;
        published.IsPublished = false;
        await StartFromAsync(definitionId, [], cancellationToken);
        return published;
    }

    /// <summary>Changes what starts a definition; what stays as it was keeps its due time.</summary>
    public async Task StartFromAsync(string definitionId, IReadOnlyList<StoredTrigger> starts, CancellationToken cancellationToken)
    {
        var old = await database.Set<TriggerRow>().Where(row => row.DefinitionId == definitionId).ToListAsync(cancellationToken);
        var wanted = starts.DistinctBy(start => (start.NodeId, start.Hash)).ToDictionary(start => (start.NodeId, start.Hash));
        database.RemoveRange(old.Where(row => !wanted.ContainsKey((row.NodeId, row.Hash))));
        foreach (var start in wanted.Where(item => !old.Exists(row => (row.NodeId, row.Hash) == item.Key)).Select(item => item.Value))
        {
            database.Add(new TriggerRow
            {
                DefinitionId = definitionId,
                NodeId = start.NodeId,
                Name = start.Name,
                Hash = start.Hash,
                PayloadJson = start.Payload?.ToJsonString(),
                DueAt = schedule.FirstDue(start),
            });
        }
    }

    public async Task ForgetConflictAsync(string definitionId, CancellationToken cancellationToken)
    {
        if (await database.Set<DefinitionSourceRow>().SingleOrDefaultAsync(source => source.DefinitionId == definitionId && source.ConflictNumber != null, cancellationToken) is { } source)
            (source.ConflictNumber, source.ConflictAt) = (null, null);
    }

    /// <summary>Reads a text that a row is to have.</summary>
    public async Task<WorkflowDefinition> ReadAsync(string json, CancellationToken cancellationToken)
    {
        await usable.RefreshAsync(database, cancellationToken);
        return cache.Read(json);
    }

    /// <summary>Reads a text with what was known last of workflows that it uses.</summary>
    public WorkflowDefinition Read(string json) => cache.Read(json);
}
