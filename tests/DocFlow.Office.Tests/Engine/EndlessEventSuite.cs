using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Engine;

/// <summary>Workflows that start or wake themselves by their own events, what comes for those that are over or gone, on each database.</summary>
public abstract class EndlessEventSuite(ITestDatabase database, string? absent = null) : StoreSuite(database, absent)
{
    private const string Publish = """{"type":"Elsa.PublishEvent","id":"p","eventName":{"typeName":"String","expression":{"type":"Literal","value":"来文"}}}""";

    private const string Loop =
        """{"type":"Elsa.While","id":"w","condition":{"typeName":"Boolean","expression":{"type":"Literal","value":true}},"body":{"type":"Elsa.Sequence","id":"b","activities":[EVENT,PUBLISH]}}""";

    [Fact]
    public async Task A_workflow_that_starts_itself_by_its_event_is_stopped_with_an_incident()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Event("e", "来文", starts: true), Publish), publish: true);

        await AnnounceAsync(office, generation: 996);

        Assert.Equal(["Finished", "Finished", "Finished", "Finished", "Faulted"], await StatesAsync(office));
        await AssertStoppedAsync(office);
    }

    [Fact]
    public async Task A_workflow_that_wakes_itself_by_its_event_is_stopped_with_an_incident()
    {
        await using var office = await StartAsync();
        var loop = Loop.Replace("EVENT", Event("e", "来文"), StringComparison.Ordinal).Replace("PUBLISH", Publish, StringComparison.Ordinal);
        await SaveAsync(office, Sequence("d", "", loop), publish: true);
        await ExecuteAsync(office, "d");

        await AnnounceAsync(office, generation: 996);

        Assert.Equal(["Faulted"], await StatesAsync(office));
        await AssertStoppedAsync(office);
    }

    [Fact]
    public async Task An_event_from_outside_begins_a_chain_anew()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Event("e", "开始", starts: true), Publish), publish: true);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await RunsAsync(office, async runs =>
            {
                await runs.TriggerAsync(new EventRequest("开始"), None);
                return true;
            });
            await office.Dispatcher.DrainAsync();
        }

        Assert.All(await office.ActAsync<DocFlowDbContext, List<string>>(context => context.OutboxMessages.Where(message => message.Kind == OutboxKinds.Event && message.PayloadJson.Contains("\\u6765\\u6587")).Select(message => message.PayloadJson).ToListAsync()),
            payload => Assert.Contains("\"Generation\":1", payload, StringComparison.Ordinal));
        Assert.Equal(["Finished", "Finished", "Finished"], await StatesAsync(office));
    }

    [Fact]
    public async Task What_comes_for_an_instance_that_is_over_changes_nothing()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Review, Line("a", "一")), publish: true);
        var state = (await ExecuteAsync(office, "d")).State!;
        await CompleteAsync(office, TaskOf(state));
        var before = (await InstancesAsync(office, instances => instances.FindAsync(state.Id, None)))!.State;

        await CompleteAsync(office, TaskOf(state));
        await RunsAsync(office, async runs =>
        {
            await runs.TriggerAsync(new EventRequest("来文") { InstanceId = state.Id, Wait = true }, None);
            return true;
        });
        Assert.Equal(0, await RunsAsync(office, runs => runs.CancelAsync([state.Id], None)));
        Assert.False(await RunsAsync(office, runs => runs.RetryAsync(state.Id, [], None)));

        var after = (await InstancesAsync(office, instances => instances.FindAsync(state.Id, None)))!.State;
        Assert.Equal((before.SubStatus, before.UpdatedAt, before.Sequence), (after.SubStatus, after.UpdatedAt, after.Sequence));
        Assert.Equal(["一"], await LinesAsync(office, state.Id));
    }

    [Fact]
    public async Task A_definition_that_is_deleted_takes_its_running_instances_along_and_what_comes_for_them_is_ignored()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", "", Review), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child"), Line("a", "父")), publish: true);
        var parent = (await ExecuteAsync(office, "parent")).State!;
        await office.Dispatcher.DrainAsync();
        var child = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = parent.Id }, None))).Items.Single();
        var task = TaskOf((await InstancesAsync(office, instances => instances.FindAsync(child.Id, None)))!.State);

        await DefinitionsAsync(office, definitions => definitions.DeleteAsync("parent", None));
        await CompleteAsync(office, task);
        await office.Dispatcher.DrainAsync();

        Assert.Null(await InstancesAsync(office, instances => instances.FindAsync(parent.Id, None)));
        Assert.Equal("Finished", await SubStatusAsync(office, child.Id));
        Assert.DoesNotContain(await office.ActAsync<DocFlowDbContext, List<OutboxState>>(context => context.OutboxMessages.Select(message => message.State).ToListAsync()), state => state != OutboxState.Done);
    }

    private static async Task AnnounceAsync(OfficeHost office, int generation)
    {
        await office.ActAsync<IServiceProvider, bool>(async services =>
        {
            ((EventOutbox)services.GetService(typeof(EventOutbox))!).Add(new EventMessage("first", "来文", null, null, null) { Generation = generation });
            await ((DocFlowDbContext)services.GetService(typeof(DocFlowDbContext))!).SaveChangesAsync();
            return true;
        });
        await office.Dispatcher.DrainAsync();
    }

    private static Task<List<string>> StatesAsync(OfficeHost office) =>
        office.ActAsync<DocFlowDbContext, List<string>>(context => context.Set<InstanceRow>().OrderBy(row => row.SubStatus == WorkflowSubStatus.Faulted).Select(row => row.SubStatus.ToString()).ToListAsync());

    private static async Task AssertStoppedAsync(OfficeHost office)
    {
        var faulted = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { HasIncidents = true }, None))).Items.Single();
        var incident = Assert.Single((await InstancesAsync(office, instances => instances.FindAsync(faulted.Id, None)))!.State.Incidents);
        Assert.Equal("p", incident.ActivityId);
        Assert.Contains("可能在不停地启动自己", incident.Message, StringComparison.Ordinal);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteEndlessEventTests() : EndlessEventSuite(new SqliteDatabase());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgreSqlEndlessEventTests(PostgreSqlServer server) : EndlessEventSuite(server, server.Absent);
