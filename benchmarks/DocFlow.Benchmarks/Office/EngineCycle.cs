using System.Text.Json;
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

    private string? _taskOfInstance;

    public async Task RunAsync()
    {
        var instanceId = Guid.CreateVersion7().ToString("N");
        await WithGatewayAsync(gateway => gateway.StartAsync(Definition, instanceId, instanceId, CancellationToken.None));
        _taskOfInstance ??= await FindTaskAsync(instanceId);
        await WithGatewayAsync(gateway => gateway.ResumeAsync(instanceId, $"{instanceId}{_taskOfInstance}", "done", CancellationToken.None));
    }

    /// <summary>How many instances are finished.</summary>
    public Task<int> CountFinishedAsync() => host.WithAsync<DocFlowDbContext, int>(database => database.Set<InstanceRow>().CountAsync(row => row.SubStatus == "Finished"));

    private async Task WithGatewayAsync(Func<WorkflowGateway, Task> call)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var bookmark = new WorkItemBookmark(taskId => BookmarkHash.Of(Bookmark, new TaskStimulus(taskId)), ResultInput);
        await call(ActivatorUtilities.CreateInstance<WorkflowGateway>(scope.ServiceProvider, bookmark));
    }

    // A task is named by its instance and its place, which is the same in all instances.
    private async Task<string> FindTaskAsync(string instanceId)
    {
        var state = await host.WithAsync<DocFlowDbContext, string>(database => database.Set<InstanceRow>().Where(row => row.Id == instanceId).Select(row => row.StateJson).SingleAsync());
        var bookmark = JsonDocument.Parse(state).RootElement.GetProperty("bookmarks")[0];
        var taskId = bookmark.GetProperty("payload").GetProperty("TaskId").GetString()!;
        return taskId[instanceId.Length..];
    }
}
