using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Engine;

/// <summary>Activation strategies at every way to start, on each database.</summary>
public abstract class ActivationSuite(ITestDatabase database, string? absent = null) : StoreSuite(database, absent)
{
    [Theory]
    [InlineData("SingletonStrategy", "甲", "乙", 1)]
    [InlineData("CorrelatedSingletonStrategy", "甲", "乙", 2)]
    [InlineData("CorrelatedSingletonStrategy", "甲", "甲", 1)]
    [InlineData("CorrelationStrategy", "甲", "甲", 1)]
    [InlineData("SingletonStrategy", null, null, 1)]
    [InlineData("CorrelatedSingletonStrategy", null, "", 8)]
    [InlineData("CorrelationStrategy", null, "", 8)]
    public async Task Activation_strategies_hold_for_starts_at_the_same_time(string strategy, string? first, string? second, int allowed)
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", Strategy(strategy), Review), publish: true);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(
            () => ExecuteAsync(office, "d", request => request with { CorrelationId = index % 2 == 0 ? first : second }))));

        Assert.Equal((allowed, 8 - allowed), (results.Count(result => result.State is not null), results.Count(result => result.CannotStart)));
        await RunsAsync(office, runs => runs.CancelAsync([.. results.Where(result => result.State is not null).Select(result => result.State!.Id)], None));
        Assert.False((await ExecuteAsync(office, "d", request => request with { CorrelationId = first })).CannotStart);
    }

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.BulkDispatchWorkflows")]
    public async Task A_parent_whose_child_may_not_start_now_faults_and_can_be_retried(string type)
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", Strategy("SingletonStrategy"), Review), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child", type), Line("a", "父")), publish: true);
        var running = (await ExecuteAsync(office, "child")).State!;

        var parent = (await ExecuteAsync(office, "parent")).State!.Id;
        await office.Dispatcher.DrainAsync();

        Assert.Equal("Faulted", await SubStatusAsync(office, parent));
        var incident = Assert.Single((await InstancesAsync(office, instances => instances.FindAsync(parent, None)))!.State.Incidents);
        Assert.Equal("c", incident.ActivityId);
        Assert.Contains("流程“child”的启动策略现在不允许再启动一个实例", incident.Message, StringComparison.Ordinal);

        await CompleteAsync(office, TaskOf(running));
        Assert.True(await RunsAsync(office, runs => runs.RetryAsync(parent, [], None)));
        await office.Dispatcher.DrainAsync();
        var child = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = parent }, None))).Items.Single();
        await CompleteAsync(office, TaskOf((await InstancesAsync(office, instances => instances.FindAsync(child.Id, None)))!.State));
        await office.Dispatcher.DrainAsync();
        Assert.Equal("Finished", await SubStatusAsync(office, parent));
        Assert.Equal(["父"], await LinesAsync(office, parent));
    }

    [Fact]
    public async Task A_document_s_procedure_waits_for_its_child_s_turn()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", Strategy("SingletonStrategy"), Review), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child")), publish: true);
        var running = (await ExecuteAsync(office, "child")).State!;
        await office.ActAsync<DocFlow.Office.Outbox.IWorkflowGateway, bool>(async gateway =>
        {
            await gateway.StartAsync("parent", "carrier", "document", None);
            return true;
        });
        await office.Dispatcher.DrainAsync();
        Assert.Equal("Suspended", await SubStatusAsync(office, "carrier"));
        Assert.Contains(await office.ActAsync<DocFlowDbContext, List<string?>>(context => context.OutboxMessages.Select(message => message.LastError).ToListAsync()), error => error?.Contains("同时只能办理一件", StringComparison.Ordinal) == true);

        await CompleteAsync(office, TaskOf(running));
        office.Time.Advance(TimeSpan.FromMinutes(10));
        await office.Dispatcher.DrainAsync();

        Assert.Single((await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { ParentInstanceId = "carrier" }, None))).Items);
    }

    [Fact]
    public async Task Of_parents_that_execute_a_singleton_at_the_same_time_one_has_it()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("child", Strategy("SingletonStrategy"), Review), publish: true);
        await SaveAsync(office, Sequence("parent", "", Dispatch("child", "Elsa.ExecuteWorkflow")), publish: true);

        var parents = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ExecuteAsync(office, "parent"))));

        Assert.Equal((1, 7), (parents.Count(parent => parent.State!.SubStatus == WorkflowSubStatus.Suspended), parents.Count(parent => parent.State!.SubStatus == WorkflowSubStatus.Faulted)));
        Assert.Equal(1, await office.ActAsync<DocFlowDbContext, int>(context => context.Set<InstanceRow>().CountAsync(row => row.DefinitionId == "child")));
    }

    [Fact]
    public async Task A_singleton_cannot_execute_itself()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", Strategy("SingletonStrategy"), Dispatch("d", "Elsa.ExecuteWorkflow")), publish: true);

        var state = (await ExecuteAsync(office, "d")).State!;

        Assert.Equal(WorkflowSubStatus.Faulted, state.SubStatus);
        Assert.Contains("启动策略", Assert.Single(state.Incidents).Message, StringComparison.Ordinal);
        Assert.Equal(1, await office.ActAsync<DocFlowDbContext, int>(context => context.Set<InstanceRow>().CountAsync()));
    }

    private static string Strategy(string name) => $",\"options\":{{\"activationStrategyType\":\"Elsa.Workflows.ActivationValidators.{name}, Elsa.Workflows.Core\"}}";
}

/// <summary>On SQLite.</summary>
public sealed class SqliteActivationTests() : ActivationSuite(new SqliteDatabase());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgreSqlActivationTests(PostgreSqlServer server) : ActivationSuite(server, server.Absent);
