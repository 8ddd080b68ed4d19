using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Outbox;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Runs an instance of the office again from its start, under the same id and on a version of choice; its history and variables stay.</summary>
internal sealed class RestartBurst(DocFlowDbContext database, DefinitionCache cache, WorkflowRunner runner, BurstKeeper keeper, BurstQueries queries, IServiceProvider services)
{
    /// <exception cref="WorkflowFaultException">There is no such instance or version, or the step that the document was moved to wasn't reached: nothing is kept.</exception>
    public async Task RunAsync(string instanceId, int? version, CancellationToken cancellationToken)
    {
        if (await queries.Instance(database, instanceId, cancellationToken) is not { Row: { IsOffice: true, Status: WorkflowStatus.Running } row } found)
            throw new WorkflowFaultException($"The instance '{instanceId}' is not running.", "流程的运行记录不存在或已经结束。");
        var key = version is { } number
            ? await database.Set<DefinitionRow>().Where(other => other.DefinitionId == row.DefinitionId && other.Number == number)
                .Select(other => new DefinitionKey(other.Id, other.Hash, other.VersionId, other.Number)).SingleOrDefaultAsync(cancellationToken)
                ?? throw new WorkflowFaultException($"'{row.DefinitionId}' has no version {number}.", $"流程没有第{number}版。")
            : new DefinitionKey(found.VersionRowId, found.Hash, found.VersionId, found.Number);
        var (definition, before) = (await cache.GetAsync(database, key, cancellationToken), InstanceMapping.StateOf(row));
        var result = await runner.RestartAsync(definition, before, services, cancellationToken);
        if (result.State.SubStatus != WorkflowSubStatus.Faulted && database.Documents.Local.Any(document => document.InstanceId == instanceId && document.JumpToNodeId is not null))
            throw new WorkflowFaultException($"The step was not reached in '{instanceId}'.", "流程没有走到指定的环节，它可能在另一条分支上。请改选环节。");
        row.DefinitionRowId = key.RowId;
        await keeper.KeepAsync(row, result, cancellationToken);
    }
}
