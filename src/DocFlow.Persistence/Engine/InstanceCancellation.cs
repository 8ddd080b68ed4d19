using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Events;
using DocFlow.Office.Time;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Persistence.Engine;

/// <summary>Cancels instances with their children.</summary>
internal sealed class InstanceCancellation(EngineScopes scopes, OfficeTime time, InstanceWatches watches, ActingAccount account)
{
    /// <exception cref="DefinitionRefusedException">One of them carries a document of the office; none is cancelled then.</exception>
    public async Task<int> CancelAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken)
    {
        var carrying = await scopes.RunAsync<InstanceFamily, List<string>>(family => family.CarryingAsync(instanceIds, cancellationToken));
        if (carrying.Count > 0 && await scopes.RunAsync<DocFlowDbContext, bool>(database => database.Set<InstanceRow>().AnyAsync(row => carrying.Contains(row.Id) && row.Status == WorkflowStatus.Running, cancellationToken)))
            throw new DefinitionRefusedException(["这是正在办理的公文，不能在这里取消；要停办，请在公文页面撤回或作废。"]);
        var cancelled = 0;
        var open = new Queue<string>(instanceIds);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id))
                continue;
            if (await scopes.RunAsync<IServiceProvider, bool>(services => CancelAsync(services, id, cancellationToken)))
            {
                cancelled++;
                watches.Tell(id, []);
            }

            foreach (var child in await scopes.RunAsync<DocFlowDbContext, List<string>>(database => database.Set<InstanceRow>().Where(row => row.ParentId == id && row.Status == WorkflowStatus.Running).Select(row => row.Id).ToListAsync(cancellationToken)))
                open.Enqueue(child);
        }

        return cancelled;
    }

    private async Task<bool> CancelAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<DocFlowDbContext>();
        if (await database.Set<InstanceRow>().SingleOrDefaultAsync(row => row.Id == id && row.Status == WorkflowStatus.Running, cancellationToken) is not { } instance)
            return false;
        instance.Take(WorkflowRunner.Cancel(InstanceMapping.StateOf(instance), time.GetUtcNow()));
        database.RemoveRange(await database.Set<BookmarkRow>().Where(row => row.InstanceId == id).ToListAsync(cancellationToken));
        services.GetRequiredService<IProcedureLog>().Add(account.Name, "取消流程实例", instance.DefinitionId, id);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
