using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Benchmarks.Office;

/// <summary>Start → suspend at a RunTask → resume → finished, through the gateway: two transactions, each in a scope of its own.</summary>
internal sealed class EngineCycle(BenchmarkHost host)
{
    private const string Definition = "one-task";
    private const string Bookmark = "Elsa.RunTask";
    private const string ResultInput = "RunTaskInput";

    public async Task RunAsync()
    {
        var instanceId = Guid.CreateVersion7().ToString("N");
        await WithGatewayAsync(gateway => gateway.StartAsync(Definition, instanceId, instanceId, CancellationToken.None));
        var bookmarkId = await FindBookmarkAsync(instanceId);
        await WithGatewayAsync(gateway => gateway.ResumeBookmarkAsync(instanceId, bookmarkId, null, CancellationToken.None));
    }

    /// <summary>How many instances are finished.</summary>
    public Task<int> CountFinishedAsync() => host.WithAsync<DocFlowDbContext, int>(database => database.Set<InstanceRow>().CountAsync(row => row.SubStatus == "Finished"));

    private async Task WithGatewayAsync(Func<WorkflowGateway, Task> call)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var bookmark = new WorkItemBookmark(taskId => BookmarkHash.Of(Bookmark, new TaskStimulus(taskId)), ResultInput);
        await call(ActivatorUtilities.CreateInstance<WorkflowGateway>(scope.ServiceProvider, bookmark));
    }

    // Whoever reports a task knows where it waits; looking it up is part of the cycle here.
    private Task<string> FindBookmarkAsync(string instanceId) =>
        host.WithAsync<DocFlowDbContext, string>(database => database.Set<BookmarkRow>().Where(row => row.InstanceId == instanceId).Select(row => row.Id).SingleAsync());
}
