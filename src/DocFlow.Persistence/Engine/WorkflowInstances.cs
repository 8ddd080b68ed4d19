using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Events;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class WorkflowInstances(DocFlowDbContext database, DefinitionCache cache, InstanceRemoval removal, InstanceFamily family, InstanceWatches watches, IProcedureLog log, ActingAccount account) : IWorkflowInstances
{
    private const int MostNamed = 20;

    public async Task<Page<InstanceSummary>> ListAsync(InstanceQuery query, CancellationToken cancellationToken)
    {
        var rows = database.Matching(query);
        var total = await rows.LongCountAsync(cancellationToken);
        var page = rows.Ordered(query.Order, query.Descending).Skip(query.Skip);
        if (query.Take is { } take)
            page = page.Take(take);
        // The order is told again, because a join need not keep it.
        var ids = await page.Select(row => row.Id).ToListAsync(cancellationToken);
        var found = await database.Set<InstanceRow>().Where(row => ids.Contains(row.Id))
            .Join(database.Set<DefinitionRow>(), row => row.DefinitionRowId, row => row.Id, InstanceMapping.Summary).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new Page<InstanceSummary>([.. ids.Where(found.ContainsKey).Select(id => found[id])], total);
    }

    public async Task<WorkflowInstance?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await InstanceMapping.Versions(database, database.Set<InstanceRow>().AsNoTracking().Where(row => row.Id == instanceId)).SingleOrDefaultAsync(cancellationToken) is not { } found)
            return null;
        var summary = InstanceMapping.Summary.Compile()(found.Row, new DefinitionRow
        {
            VersionId = found.VersionId, Number = found.Number, DefinitionId = found.Row.DefinitionId, Hash = "", Json = "", CreatedAt = found.Row.CreatedAt,
        });
        return new WorkflowInstance(summary, InstanceMapping.StateOf(found));
    }

    public async Task<Page<JournalEntry>> JournalAsync(string instanceId, JournalQuery query, CancellationToken cancellationToken)
    {
        var bursts = database.Set<BurstRow>().AsNoTracking().Where(row => row.InstanceId == instanceId).OrderBy(row => row.FirstSequence).ThenBy(row => row.Id);
        if (query is { ActivityIds.Count: 0, NodeIds.Count: 0, ExcludedActivityTypes.Count: 0, EventNames.Count: 0 })
        {
            var counts = await bursts.Select(row => new { row.Id, row.Count }).ToListAsync(cancellationToken);
            var (before, wanted, skip) = (0, new List<long>(), query.Skip);
            foreach (var burst in counts)
            {
                if (before + burst.Count <= query.Skip)
                    skip -= burst.Count;
                else if (query.Take is not { } most || before < query.Skip + (long)most)
                    wanted.Add(burst.Id);
                before += burst.Count;
            }

            var texts = await bursts.Where(row => wanted.Contains(row.Id)).Select(row => new { row.JournalJson, row.ExecutionsJson }).ToListAsync(cancellationToken);
            return new Page<JournalEntry>([.. texts.SelectMany(row => KeptJournal.Read(row.JournalJson, row.ExecutionsJson)).Skip(skip).Take(query.Take ?? int.MaxValue)], before);
        }

        var all = await bursts.Select(row => new { row.JournalJson, row.ExecutionsJson }).ToListAsync(cancellationToken);
        var lines = all.SelectMany(row => KeptJournal.Read(row.JournalJson, row.ExecutionsJson)).Where(line => Matches(line, query)).ToList();
        return new Page<JournalEntry>([.. lines.Skip(query.Skip).Take(query.Take ?? int.MaxValue)], lines.Count);
    }

    public async Task<IReadOnlyList<ExecutionRecord>> ExecutionsAsync(string instanceId, CancellationToken cancellationToken)
    {
        var texts = await database.Set<BurstRow>().Where(row => row.InstanceId == instanceId).OrderBy(row => row.FirstSequence).ThenBy(row => row.Id).Select(row => row.ExecutionsJson).ToListAsync(cancellationToken);
        // Each as its last burst left it, in the place of its first.
        var records = new OrderedDictionary<string, ExecutionRecord>(StringComparer.Ordinal);
        foreach (var record in texts.SelectMany(EngineJson.ReadExecutions))
            records[record.Id] = record;
        return [.. records.Values.OrderBy(record => record.StartedAt)];
    }

    public async Task<IReadOnlyList<InstanceVariable>?> VariablesAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await InstanceMapping.Versions(database, database.Set<InstanceRow>().AsNoTracking().Where(row => row.Id == instanceId)).SingleOrDefaultAsync(cancellationToken) is not { } found)
            return null;
        return VariablesOf(InstanceMapping.StateOf(found), await DefinitionOfAsync(found, cancellationToken));
    }

    public async Task<IReadOnlyList<InstanceVariable>?> SetVariablesAsync(string instanceId, IReadOnlyDictionary<string, JsonNode?> values, CancellationToken cancellationToken)
    {
        while (true)
        {
            database.ChangeTracker.Clear();
            if (await InstanceMapping.Versions(database, database.Set<InstanceRow>().Where(row => row.Id == instanceId)).SingleOrDefaultAsync(cancellationToken) is not { } found)
                return null;
            if ((await family.CarryingAsync([instanceId], cancellationToken)).Count > 0)
                throw new DefinitionRefusedException(["这个流程实例属于一份公文，它的变量不能在这里修改。"]);
            var state = InstanceMapping.StateOf(found);
            var definition = await DefinitionOfAsync(found, cancellationToken);
            var known = definition.Variables.Select(variable => variable.Id).ToHashSet();
            var changed = state.Variables.ToDictionary(variable => variable.Key, variable => variable.Value);
            foreach (var (id, value) in values.Where(value => known.Contains(value.Key)))
                changed[id] = value?.DeepClone();
            state = state with { Variables = changed };
            found.Row.StateJson = EngineJson.Write(state);
            log.Add(account.Name, "修改流程变量", found.Row.DefinitionId, instanceId);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                watches.Tell(instanceId, []);
                return VariablesOf(state, definition);
            }
            catch (DbUpdateConcurrencyException)
            {
                // A burst was faster: the values go into what it left.
            }
        }
    }

    public Task<int> DeleteAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
        async () =>
        {
            database.ChangeTracker.Clear();
            var deleted = await removal.DeleteAsync([.. instanceIds], cancellationToken);
            if (deleted > 0)
                log.Add(account.Name, "删除流程实例", null, string.Join('、', instanceIds.Take(MostNamed)));
            await database.SaveChangesAsync(cancellationToken);
            return deleted;
        },
        cancellationToken);

    public async Task<bool> ImportAsync(WorkflowInstance instance, IReadOnlyList<JournalEntry> journal, IReadOnlyList<ExecutionRecord> executions, CancellationToken cancellationToken)
    {
        var (summary, state) = instance;
        if (await database.Set<InstanceRow>().AnyAsync(row => row.Id == summary.Id, cancellationToken))
            return false;
        var definition = await database.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == summary.DefinitionId)
                .OrderByDescending(row => row.VersionId == summary.DefinitionVersionId).ThenByDescending(row => row.Number == summary.Version).ThenByDescending(row => row.IsPublished)
                .Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).FirstOrDefaultAsync(cancellationToken)
            ?? throw new DefinitionRefusedException("$.definitionId", $"没有流程“{summary.DefinitionId}”，请先导入它。");
        var row = new InstanceRow
        {
            Id = summary.Id, DefinitionRowId = definition.RowId, DefinitionId = summary.DefinitionId, CorrelationId = "", CreatedAt = summary.CreatedAt, UpdatedAt = summary.UpdatedAt, StateJson = "",
        };
        row.Take(state);
        if (await family.IsOfDocumentAsync(row.Id, cancellationToken) || (row.ParentId is { } parent && (await family.CarryingAsync([parent], cancellationToken)).Count > 0))
            throw new DefinitionRefusedException(["这个流程实例属于一份公文，不能导入。"]);
        var waiting = state.Bookmarks.Select(bookmark => bookmark.Id).ToList();
        if (await database.Set<BookmarkRow>().AnyAsync(bookmark => waiting.Contains(bookmark.Id), cancellationToken))
            throw new DefinitionRefusedException(["这个流程实例等待的位置（书签）已属于另一个实例，不能导入第二份。"]);
        database.Add(row);
        log.Add(account.Name, "导入流程实例", row.DefinitionId, row.Id);
        if (state.Status == global::Elsa.Workflows.WorkflowStatus.Running)
            database.AddRange(state.Bookmarks.Select(bookmark => BookmarkRows.Of(row, bookmark)));
        database.Add(BurstRows.Of(summary.Id, journal, executions));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static List<InstanceVariable> VariablesOf(InstanceState state, WorkflowDefinition definition) =>
        [.. definition.Variables.DistinctBy(variable => variable.Id).Select(variable => new InstanceVariable(variable.Id, variable.Name, state.Variables.GetValueOrDefault(variable.Id)?.DeepClone()))];

    private static bool Matches(JournalEntry line, JournalQuery query) =>
        (query.ActivityIds.Count == 0 || query.ActivityIds.Contains(line.ActivityId))
        && (query.NodeIds.Count == 0 || query.NodeIds.Contains(line.NodeId))
        && (query.EventNames.Count == 0 || query.EventNames.Contains(line.Event))
        && !query.ExcludedActivityTypes.Contains(line.ActivityType);

    private async Task<WorkflowDefinition> DefinitionOfAsync(InstanceMapping.Versioned found, CancellationToken cancellationToken)
    {
        var key = await database.Set<DefinitionRow>().Where(row => row.Id == found.Row.DefinitionRowId).Select(row => new DefinitionKey(row.Id, row.Hash, row.VersionId, row.Number)).SingleAsync(cancellationToken);
        return await cache.GetAsync(database, key, cancellationToken);
    }
}
