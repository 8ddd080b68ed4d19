using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Engine;

/// <summary>Instances from start to end, with faults, cancellation, children, early events and schedules, on each database.</summary>
public abstract class RunStoreSuite(ITestDatabase database, string? absent = null) : StoreSuite(database, absent)
{
    private const string Fault = """{"type":"Elsa.Fault","id":"f","message":{"typeName":"String","expression":{"type":"Literal","value":"不行"}}}""";

    [Fact]
    public async Task A_run_is_listed_with_its_journal_executions_and_variables()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", ",\"variables\":[{\"id\":\"v\",\"name\":\"V\",\"typeName\":\"String\",\"value\":\"初\",\"storageDriverTypeName\":\"WorkflowInstanceStorageDriver\"}]", Line("a", "一"), Review, Line("b", "二")), publish: true);

        var state = (await ExecuteAsync(office, "d", request => request with { InstanceId = "one", CorrelationId = "事项", Name = "件" })).State!;

        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended, "d", 1), (state.Status, state.SubStatus, state.DefinitionId, state.DefinitionVersion));
        var listed = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { CorrelationId = "事项", Statuses = [WorkflowStatus.Running], HasIncidents = false, SearchTerm = "件" }, None))).Items.Single();
        Assert.Equal(("one", "件", WorkflowSubStatus.Suspended, state.DefinitionVersionId), (listed.Id, listed.Name, listed.SubStatus, listed.DefinitionVersionId));
        Assert.Empty((await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { Timestamps = [new TimestampFilter("FinishedAt", TimestampOperator.LessThan, DateTimeOffset.MaxValue.AddDays(-2))] }, None))).Items);

        await CompleteAsync(office, TaskOf(state));
        Assert.Equal("Finished", await SubStatusAsync(office, "one"));
        Assert.Equal(["一", "二"], await LinesAsync(office, "one"));
        var journal = await InstancesAsync(office, instances => instances.JournalAsync("one", new JournalQuery(), None));
        Assert.Equal(Enumerable.Range(0, journal.Items.Count).Select(number => (long)number), journal.Items.Select(line => line.Sequence));
        var part = await InstancesAsync(office, instances => instances.JournalAsync("one", new JournalQuery { Skip = 5, Take = 4 }, None));
        Assert.Equal(journal.TotalCount, part.TotalCount);
        Assert.Equal([5L, 6L, 7L, 8L], part.Items.Select(line => line.Sequence));
        var ends = await InstancesAsync(office, instances => instances.JournalAsync("one", new JournalQuery { EventNames = ["Completed"], ExcludedActivityTypes = ["Elsa.Workflow", "Elsa.Sequence"] }, None));
        Assert.Equal(["a", "t", "b"], ends.Items.Select(line => line.ActivityId));
        var executions = await InstancesAsync(office, instances => instances.ExecutionsAsync("one", None));
        Assert.Equal(executions.Count, executions.Select(record => record.Id).Distinct().Count());
        Assert.All(executions, record => Assert.Equal(("one", ActivityStatus.Completed), (ExecutionId.InstanceOf(record.Id), record.Status)));
    }

    [Fact]
    public async Task Variables_are_set_by_id()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", ",\"variables\":[{\"id\":\"v\",\"name\":\"V\",\"typeName\":\"String\",\"value\":\"初\",\"storageDriverTypeName\":\"WorkflowInstanceStorageDriver\"}]", Review,
            """{"type":"Elsa.WriteLine","id":"a","text":{"typeName":"String","expression":{"type":"JavaScript","value":"getV()"}}}"""), publish: true);
        var state = (await ExecuteAsync(office, "d")).State!;

        var set = await InstancesAsync(office, instances => instances.SetVariablesAsync(state.Id, new Dictionary<string, JsonNode?> { ["v"] = "新", ["unknown"] = 1 }, None));

        Assert.Equal(("v", "V", "新"), (set!.Single().Id, set!.Single().Name, set!.Single().Value!.ToString()));
        await CompleteAsync(office, TaskOf(state));
        Assert.Equal(["新"], await LinesAsync(office, state.Id));
        Assert.Null(await InstancesAsync(office, instances => instances.VariablesAsync("none", None)));
    }

    [Fact]
    public async Task A_fault_is_kept_with_its_incident_and_nothing_comes_through_its_bookmarks()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, """{"definitionId":"d","root":{"type":"Elsa.Parallel","id":"p","activities":[""" + Review + "," + Fault + "]}}", publish: true);

        var state = (await ExecuteAsync(office, "d")).State!;

        Assert.Equal((WorkflowSubStatus.Faulted, 1, 1), (state.SubStatus, state.Incidents.Count, state.Bookmarks.Count));
        var listed = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { HasIncidents = true }, None))).Items.Single();
        Assert.Equal((state.Id, 1, WorkflowStatus.Finished), (listed.Id, listed.IncidentCount, listed.Status));
        Assert.NotNull(listed.FinishedAt);
        await CompleteAsync(office, TaskOf(state));
        Assert.Equal("Faulted", await SubStatusAsync(office, state.Id));
        Assert.True(await RunsAsync(office, runs => runs.RetryAsync(state.Id, ["f"], None)));
        Assert.False(await RunsAsync(office, runs => runs.RetryAsync("none", [], None)));
    }

    [Fact]
    public async Task Fifty_callers_that_complete_one_task_go_on_once()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Review, Line("a", "一次")), publish: true);
        var state = (await ExecuteAsync(office, "d")).State!;
        var taskId = TaskOf(state);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => CompleteAsync(office, taskId))));

        Assert.Equal("Finished", await SubStatusAsync(office, state.Id));
        Assert.Equal(2, await office.ActAsync<DocFlowDbContext, int>(context => context.Set<BurstRow>().CountAsync()));
        Assert.Equal(["一次"], await LinesAsync(office, state.Id));
    }

    [Fact]
    public async Task Of_starts_at_the_same_time_with_one_id_one_is_kept_and_the_others_are_not_lost_with_it()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Line("a", "一"), Review), publish: true);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => ExecuteAsync(office, "d", request => request with { InstanceId = number % 2 == 0 ? "same" : $"own-{number}" }))));

        var kept = await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { SubStatuses = [WorkflowSubStatus.Suspended], Take = 100 }, None));
        Assert.Equal(
            Enumerable.Range(0, 40).Where(number => number % 2 == 1).Select(number => $"own-{number}").Append("same").Order(StringComparer.Ordinal),
            kept.Items.Select(item => item.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["一"], await LinesAsync(office, "same"));
    }

    [Fact]
    public async Task What_comes_too_early_is_kept_for_who_waits_next_and_given_once()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Event("e", "来文"), Line("a", "收到")), publish: true);
        foreach (var wait in new[] { true, false })
        {
            await TriggerAsync(office, new EventRequest("来文") { Wait = wait });
            await office.Dispatcher.DrainAsync();

            Assert.Equal("Finished", await SubStatusAsync(office, (await ExecuteAsync(office, "d")).State!.Id));
            Assert.Equal("Suspended", await SubStatusAsync(office, (await ExecuteAsync(office, "d")).State!.Id));
            await TriggerAsync(office, new EventRequest("来文") { Wait = true });
        }

        await TriggerAsync(office, new EventRequest("来文") { Wait = true });
        office.Time.Advance(TimeSpan.FromHours(2));
        await office.ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync());
        Assert.Equal("Suspended", await SubStatusAsync(office, (await ExecuteAsync(office, "d")).State!.Id));
        Assert.Equal(0, await office.ActAsync<DocFlowDbContext, int>(context => context.Set<StimulusRow>().CountAsync()));
    }

    [Fact]
    public async Task Cancelling_takes_the_children_along_and_deletes_nothing()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", "", Review), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child")), publish: true);
        var parent = (await ExecuteAsync(office, "parent")).State!;
        await office.Dispatcher.DrainAsync();
        var child = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = parent.Id }, None))).Items.Single();

        Assert.Equal(2, await RunsAsync(office, runs => runs.CancelAsync([parent.Id], None)));

        Assert.Equal("Cancelled", await SubStatusAsync(office, parent.Id));
        Assert.Equal("Cancelled", await SubStatusAsync(office, child.Id));
        Assert.Equal(0, await RunsAsync(office, runs => runs.CancelAsync([parent.Id, "none"], None)));
        Assert.Equal(0, await office.ActAsync<DocFlowDbContext, int>(context => context.Set<BookmarkRow>().CountAsync()));
    }

    [Fact]
    public async Task A_dispatched_child_lets_its_parent_go_on_when_it_is_over()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", "", Review, Line("a", "子")), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child"), Line("a", "父")), publish: true);
        var parent = (await ExecuteAsync(office, "parent")).State!;
        await office.Dispatcher.DrainAsync();
        var child = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = parent.Id }, None))).Items.Single();
        Assert.Equal("Suspended", await SubStatusAsync(office, parent.Id));

        await CompleteAsync(office, TaskOf((await InstancesAsync(office, instances => instances.FindAsync(child.Id, None)))!.State));
        await office.Dispatcher.DrainAsync();

        Assert.Equal("Finished", await SubStatusAsync(office, child.Id));
        Assert.Equal("Finished", await SubStatusAsync(office, parent.Id));
        Assert.Equal(["父"], await LinesAsync(office, parent.Id));
    }

    [Fact]
    public async Task An_executed_child_is_saved_with_its_parents_burst()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Lines("child", "子"), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child").Replace("Dispatch", "Execute", StringComparison.Ordinal)), publish: true);

        var parent = (await ExecuteAsync(office, "parent")).State!;

        var child = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = parent.Id }, None))).Items.Single();
        Assert.Equal((WorkflowSubStatus.Finished, WorkflowSubStatus.Finished), (parent.SubStatus, child.SubStatus));
        Assert.Equal(["子"], await LinesAsync(office, child.Id));
    }

    [Fact]
    public async Task Time_starts_a_definition_once_on_two_hosts_and_what_was_missed_once()
    {
        var same = Shared();
        await using var first = await StartAsync(same);
        await using var second = await StartAsync(same);
        await SaveAsync(first, Sequence("d", "", """{"type":"Elsa.Timer","id":"t","customProperties":{"canStartWorkflow":true},"interval":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:01:00"}}}""", Line("a", "到")), publish: true);

        await SweepAsync();
        Assert.Equal(0, await StartedAsync());
        for (var minute = 1; minute <= 3; minute++)
        {
            first.Time.Advance(TimeSpan.FromMinutes(1));
            second.Time.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync();
            Assert.Equal(minute, await StartedAsync());
        }

        first.Time.Advance(TimeSpan.FromMinutes(90));
        second.Time.Advance(TimeSpan.FromMinutes(90));
        await SweepAsync();
        await SweepAsync();
        Assert.Equal(4, await StartedAsync());

        Task SweepAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(
            () => (index % 2 == 0 ? first : second).ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync()))));
        Task<int> StartedAsync() => first.ActAsync<DocFlowDbContext, int>(context => context.Set<InstanceRow>().CountAsync(row => row.SubStatus == WorkflowSubStatus.Finished));
    }

    [Fact]
    public async Task A_dispatched_start_runs_in_the_background_once_and_a_deleted_instance_can_be_put_back()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Lines("d", "一"), publish: true);
        var id = await RunsAsync(office, runs => runs.DispatchAsync(new StartRequest("d", VersionChoice.Published), None));
        await office.Dispatcher.DrainAsync();
        Assert.Null(await RunsAsync(office, runs => runs.DispatchAsync(new StartRequest("none", VersionChoice.Published), None)));

        var instance = (await InstancesAsync(office, instances => instances.FindAsync(id!, None)))!;
        var journal = (await InstancesAsync(office, instances => instances.JournalAsync(id!, new JournalQuery(), None))).Items;
        var executions = await InstancesAsync(office, instances => instances.ExecutionsAsync(id!, None));
        Assert.Equal(1, await InstancesAsync(office, instances => instances.DeleteAsync([id!], None)));
        Assert.Empty(await LinesAsync(office, id!));
        Assert.True(await InstancesAsync(office, instances => instances.ImportAsync(instance, journal, executions, None)));
        Assert.False(await InstancesAsync(office, instances => instances.ImportAsync(instance, journal, executions, None)));
        Assert.Equal(["一"], await LinesAsync(office, id!));
    }

    [Fact]
    public async Task What_a_document_s_procedure_started_is_out_of_reach_of_administrators()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", ",\"variables\":[{\"id\":\"v\",\"name\":\"V\",\"typeName\":\"String\",\"storageDriverTypeName\":\"WorkflowInstanceStorageDriver\"}]", Review), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child")), publish: true);
        await office.ActAsync<DocFlow.Office.Outbox.IWorkflowGateway, bool>(async gateway =>
        {
            await gateway.StartAsync("parent", "carrier", "document", None);
            return true;
        });
        await office.Dispatcher.DrainAsync(None);
        var child = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = "carrier" }, None))).Items.Single().Id;

        foreach (var id in new[] { "carrier", child })
        {
            await Assert.ThrowsAsync<DefinitionRefusedException>(() => RunsAsync(office, runs => runs.CancelAsync([id], None)));
            await Assert.ThrowsAsync<DefinitionRefusedException>(() => InstancesAsync(office, instances => instances.SetVariablesAsync(id, new Dictionary<string, JsonNode?> { ["v"] = "改" }, None)));
            Assert.Equal(0, await InstancesAsync(office, instances => instances.DeleteAsync([id], None)));
        }

        await Assert.ThrowsAsync<DefinitionRefusedException>(() => DefinitionsAsync(office, definitions => definitions.DeleteAsync("child", None)));
        Assert.Equal("Suspended", await SubStatusAsync(office, child));
    }

    [Fact]
    public async Task The_place_of_a_document_s_procedure_cannot_be_taken()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Review), publish: true);
        var document = await office.DraftAsync();
        await office.ActAsync<DocFlowDbContext, int>(context => context.Documents.Where(row => row.Id == document).ExecuteUpdateAsync(set => set.SetProperty(row => row.InstanceId, "reserved")));

        await Assert.ThrowsAsync<DefinitionRefusedException>(() => ExecuteAsync(office, "d", request => request with { InstanceId = "reserved" }));
        await Assert.ThrowsAsync<DefinitionRefusedException>(() => RunsAsync(office, runs => runs.DispatchAsync(new StartRequest("d", VersionChoice.Published) { InstanceId = "reserved" }, None)));
        var own = (await ExecuteAsync(office, "d", request => request with { InstanceId = "own" })).State!;
        var instance = (await InstancesAsync(office, instances => instances.FindAsync(own.Id, None)))!;
        var taken = instance with { Summary = instance.Summary with { Id = "reserved" } };
        await Assert.ThrowsAsync<DefinitionRefusedException>(() => InstancesAsync(office, instances => instances.ImportAsync(taken, [], [], None)));
    }

    private static Task<bool> TriggerAsync(OfficeHost office, EventRequest request) => RunsAsync(office, async runs =>
    {
        await runs.TriggerAsync(request, None);
        return true;
    });
}

/// <summary>On SQLite.</summary>
public sealed class SqliteRunStoreTests() : RunStoreSuite(new SqliteDatabase());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgreSqlRunStoreTests(PostgreSqlServer server) : RunStoreSuite(server, server.Absent);
