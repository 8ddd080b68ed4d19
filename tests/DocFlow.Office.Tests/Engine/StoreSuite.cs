using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Engine;

/// <summary>An engine on a database of its own, and the doors to its store.</summary>
public abstract class StoreSuite(ITestDatabase database, string? absent)
{
    private protected const string Review = """{"type":"Elsa.RunTask","id":"t","taskName":{"typeName":"String","expression":{"type":"Literal","value":"审核"}}}""";

    private protected static CancellationToken None => CancellationToken.None;

    private protected async Task<OfficeHost> StartAsync(ITestDatabase? same = null)
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(same ?? database, services => services.AddDocFlowEngine(new ActivityRegistry(), new WorkItemBookmark(id => id, "Outcome")));
    }

    private protected ITestDatabase Shared() => new SameDatabase(database);

    private protected static Task<T> DefinitionsAsync<T>(OfficeHost office, Func<IWorkflowDefinitions, Task<T>> act) => office.ActAsync(act);

    private protected static Task<T> InstancesAsync<T>(OfficeHost office, Func<IWorkflowInstances, Task<T>> act) => office.ActAsync(act);

    private protected static Task<T> RunsAsync<T>(OfficeHost office, Func<IWorkflowRuns, Task<T>> act) => office.ActAsync(act);

    private protected static Task<SavedDefinition> SaveAsync(OfficeHost office, string json, bool publish = false) =>
        DefinitionsAsync(office, definitions => definitions.SaveAsync(json, publish, None));

    private protected static async Task<List<string>> VersionsAsync(OfficeHost office, string definitionId)
    {
        var page = await DefinitionsAsync(office, definitions => definitions.ListAsync(new DefinitionQuery { DefinitionIds = [definitionId], Order = DefinitionOrder.Version }, None));
        return [.. page.Items.Select(row => $"{row.Version}{(row.IsLatest ? " latest" : "")}{(row.IsPublished ? " published" : "")}")];
    }

    private protected static async Task<StartResult> ExecuteAsync(OfficeHost office, string definitionId, Func<StartRequest, StartRequest>? with = null)
    {
        var request = new StartRequest(definitionId, VersionChoice.Published);
        return (await RunsAsync(office, runs => runs.ExecuteAsync(with?.Invoke(request) ?? request, None)))!;
    }

    private protected static Task<string> SubStatusAsync(OfficeHost office, string instanceId) =>
        office.ActAsync<DocFlowDbContext, string>(context => context.Set<InstanceRow>().Where(row => row.Id == instanceId).Select(row => row.SubStatus.ToString()).SingleAsync());

    /// <summary>What the WriteLine activities of an instance wrote.</summary>
    private protected static async Task<List<string>> LinesAsync(OfficeHost office, string instanceId)
    {
        var executions = await InstancesAsync(office, instances => instances.ExecutionsAsync(instanceId, None));
        return [.. executions.Where(record => record.ActivityType == "Elsa.WriteLine").Select(record => record.State["Text"].ToString()!)];
    }

    private protected static string Lines(string definitionId, string text, string more = "") => Sequence(definitionId, more, Line("a", text));

    private protected static string Line(string id, string text) =>
        """{"type":"Elsa.WriteLine","id":"ID","text":{"typeName":"String","expression":{"type":"Literal","value":"TEXT"}}}"""
            .Replace("ID", id, StringComparison.Ordinal).Replace("TEXT", text, StringComparison.Ordinal);

    private protected static string Event(string id, string name, bool starts = false) =>
        """{"type":"Elsa.Event","id":"ID","customProperties":{"canStartWorkflow":STARTS},"eventName":{"typeName":"String","expression":{"type":"Literal","value":"NAME"}}}"""
            .Replace("ID", id, StringComparison.Ordinal).Replace("STARTS", starts ? "true" : "false", StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal);

    /// <param name="more">Further properties of the definition, beginning with a comma.</param>
    private protected static string Sequence(string definitionId, string more, params string[] activities) =>
        """{"definitionId":"ID" MORE,"root":{"type":"Elsa.Sequence","id":"s","activities":[ALL]}}"""
            .Replace("ID", definitionId, StringComparison.Ordinal).Replace(" MORE", more, StringComparison.Ordinal).Replace("ALL", string.Join(',', activities), StringComparison.Ordinal);

    private protected static string Dispatch(string definitionId, string type = "Elsa.DispatchWorkflow") =>
        """
        {"type":"TYPE","id":"c","items":{"typeName":"Object","expression":{"type":"Literal","value":"[1]"}},"workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"ID"}},
         "waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}}}
        """.Replace("TYPE", type, StringComparison.Ordinal).Replace("\"ID\"", $"\"{definitionId}\"", StringComparison.Ordinal);

    private protected static string TaskOf(InstanceState state) => state.Bookmarks.Single(bookmark => bookmark.Name == "Elsa.RunTask").Payload!["TaskId"]!.ToString();

    private protected static Task<bool> CompleteAsync(OfficeHost office, string taskId) => RunsAsync(office, async runs =>
    {
        await runs.CompleteTaskAsync(taskId, "好", None);
        return true;
    });

    private sealed class SameDatabase(ITestDatabase database) : ITestDatabase
    {
        private Dictionary<string, string?>? _settings;

        public async Task<Dictionary<string, string?>> CreateAsync(string folder) => _settings ??= await database.CreateAsync(folder);
    }
}
