using DocFlow.Office.Outbox;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Benchmarks.Office;

/// <summary>Start → suspend at a RunTask → resume → finished, through the gateway: two transactions, each in a scope of its own.</summary>
internal sealed class EngineCycle(BenchmarkHost host)
{
    private const string Definition = "one-task";

    public async Task RunAsync()
    {
        var instanceId = Guid.CreateVersion7().ToString("N");
        await host.WithAsync<IWorkflowGateway, bool>(async gateway =>
        {
            await gateway.StartAsync(Definition, instanceId, instanceId, CancellationToken.None);
            return true;
        });
        var bookmarkId = await FindBookmarkAsync(instanceId);
        await host.WithAsync<WorkflowBursts, bool>(bursts => bursts.ResumeBookmarkAsync(instanceId, bookmarkId, null, CancellationToken.None));
    }

    /// <summary>How many instances are finished.</summary>
    public Task<int> CountFinishedAsync() => host.WithAsync<DocFlowDbContext, int>(database => database.Set<InstanceRow>().CountAsync(row => row.SubStatus == WorkflowSubStatus.Finished));

    // Whoever reports a task knows where it waits; looking it up is part of the cycle here.
    private Task<string> FindBookmarkAsync(string instanceId) =>
        host.WithAsync<DocFlowDbContext, string>(database => database.Set<BookmarkRow>().Where(row => row.InstanceId == instanceId).Select(row => row.Id).SingleAsync());
}
