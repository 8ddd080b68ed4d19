using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Persistence;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Benchmarks.Office;

/// <summary>The workloads that the real server was measured with, through the engine's own door.</summary>
internal sealed class EngineRuns(BenchmarkHost host)
{
    public static async Task<EngineRuns> CreateAsync(BenchmarkHost host)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Workloads"), "*.json"))
        {
            var model = JsonNode.Parse(await File.ReadAllTextAsync(file))!["model"]!.ToJsonString();
            await host.WithAsync<IWorkflowDefinitions, SavedDefinition>(definitions => definitions.SaveAsync(model, publish: true, CancellationToken.None));
        }

        return new EngineRuns(host);
    }

    /// <summary>Start to end.</summary>
    public async Task RunAsync(string definitionId)
    {
        if ((await StartAsync(definitionId)).SubStatus != WorkflowSubStatus.Finished)
            throw new InvalidOperationException($"{definitionId} did not finish.");
    }

    /// <summary>Start, suspend at a task, complete it by its id, end.</summary>
    public async Task CycleAsync() => await CompleteAsync(await StartTaskAsync());

    /// <summary>Starts task4 and answers the id of its task.</summary>
    public async Task<string> StartTaskAsync() => (await StartAsync("task4")).Bookmarks[0].Payload!["TaskId"]!.ToString();

    /// <summary>Completes a task; its instance is over when it answers.</summary>
    public Task CompleteAsync(string taskId) => host.WithAsync<IWorkflowRuns, bool>(async runs =>
    {
        await runs.CompleteTaskAsync(taskId, "done", CancellationToken.None);
        return true;
    });

    public Task<long> CountSuspendedAsync() => host.WithAsync<IWorkflowInstances, long>(async instances =>
        (await instances.ListAsync(new InstanceQuery { SubStatuses = [WorkflowSubStatus.Suspended], Take = 1 }, CancellationToken.None)).TotalCount);

    /// <summary>Makes copies of a suspended instance, as rows.</summary>
    public Task FillAsync(int copies) => host.WithAsync<DocFlowDbContext, int>(async database =>
    {
        var one = $"'{(await StartAsync("task4")).Id}'";
        var columns = database.Model.FindEntityType(typeof(Persistence.Engine.InstanceRow))!.GetProperties().Select(property => property.Name).ToList();
        var waits = database.Model.FindEntityType(typeof(Persistence.Engine.BookmarkRow))!.GetProperties().Select(property => property.Name).ToList();
        var numbers = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies})";
        var instances = $"{numbers} INSERT INTO \"WorkflowInstances\" ({List(columns)}) SELECT {List(columns, "Id", "'copy-' || i")} FROM n, \"WorkflowInstances\" r WHERE r.\"Id\" = {one}";
        var own = List(waits, "Id", "'copy-' || i").Replace("r.\"InstanceId\"", "'copy-' || i", StringComparison.Ordinal).Replace("r.\"Hash\"", "'copy-' || i", StringComparison.Ordinal);
        var bookmarks = $"{numbers} INSERT INTO \"WorkflowBookmarks\" ({List(waits)}) SELECT {own} FROM n, \"WorkflowBookmarks\" r WHERE r.\"InstanceId\" = {one}";
        await database.Database.ExecuteSqlRawAsync(instances);
        return await database.Database.ExecuteSqlRawAsync(bookmarks);
    });

    private static string List(IEnumerable<string> columns, string? replaced = null, string? by = null) =>
        string.Join(", ", columns.Select(column => column == replaced ? by : replaced is null ? $"\"{column}\"" : $"r.\"{column}\""));

    private async Task<Elsa.Runtime.Execution.InstanceState> StartAsync(string definitionId) =>
        (await host.WithAsync<IWorkflowRuns, StartResult?>(runs => runs.ExecuteAsync(new StartRequest(definitionId, VersionChoice.Published), CancellationToken.None)))!.State!;
}
