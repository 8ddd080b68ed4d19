using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Engine;

/// <summary>What time and events do to workflows, on each database: once, also with two hosts and after a restart.</summary>
public abstract class EngineSuite(ITestDatabase database, string? absent = null)
{
    private const string Delay = """
        {"definitionId":"delay","root":{"type":"Elsa.Sequence","id":"s","activities":[
          {"type":"Elsa.Delay","id":"d","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"1.00:00:00"}}},
          {"type":"Elsa.WriteLine","id":"a","text":{"typeName":"String","expression":{"type":"Literal","value":"到期"}}}]}}
        """;

    private const string Fork = """
        {"definitionId":"fork","root":{"type":"Elsa.Fork","id":"f","joinMode":"WaitAny","branches":[
          {"type":"Elsa.Delay","id":"d","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"01:00:00"}}},
          {"type":"Elsa.Event","id":"e","eventName":{"typeName":"String","expression":{"type":"Literal","value":"来文"}}}]}}
        """;

    private const string Waiter = """
        {"definitionId":"waiter","variables":[{"id":"r","name":"R","typeName":"Object","storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
         "root":{"type":"Elsa.Sequence","id":"s","activities":[
          {"type":"Elsa.Event","id":"e","eventName":{"typeName":"String","expression":{"type":"Literal","value":"来文"}},"result":{"typeName":"Object","memoryReference":{"id":"r"}}},
          {"type":"Elsa.WriteLine","id":"a","text":{"typeName":"String","expression":{"type":"JavaScript","value":"`收到${getR().title}`"}}}]}}
        """;

    private const string Starter = """
        {"definitionId":"starter","root":{"type":"Elsa.Sequence","id":"s","activities":[
          {"type":"Elsa.Event","id":"e","customProperties":{"canStartWorkflow":true},"eventName":{"typeName":"String","expression":{"type":"Literal","value":"来文"}}},
          {"type":"Elsa.WriteLine","id":"a","text":{"typeName":"String","expression":{"type":"Literal","value":"开始"}}}]}}
        """;

    private const string Publisher = """
        {"definitionId":"publisher","root":{"type":"Elsa.PublishEvent","id":"p","eventName":{"typeName":"String","expression":{"type":"Literal","value":"来文"}},
          "payload":{"typeName":"Object","expression":{"type":"JavaScript","value":"({title: '《通知》'})"}}}}
        """;

    [Fact]
    public async Task A_delay_fires_when_it_is_due_and_not_before()
    {
        await using var office = await StartAsync();
        await RunAsync(office, Delay, "one");
        Assert.Equal(0, await SweepAsync(office));

        office.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await SweepAsync(office));
        office.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await SweepAsync(office));

        Assert.Equal("Finished", await SubStatusAsync(office, "one"));
        Assert.Empty(await BookmarksAsync(office));
        Assert.Equal(0, await SweepAsync(office));
    }

    [Fact]
    public async Task A_delay_goes_by_the_office_clock()
    {
        await using var office = await StartAsync();
        await RunAsync(office, Delay, "one");

        office.Clock.MoveTo(office.Clock.Now.AddDays(2));

        Assert.Equal(1, await SweepAsync(office));
    }

    [Fact]
    public async Task A_delay_survives_a_restart()
    {
        var same = new SameDatabase(database);
        await using var first = await StartAsync(same);
        await RunAsync(first, Delay, "one");

        await using var second = await StartAsync(same);
        second.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await SweepAsync(second));
        Assert.Equal("Finished", await SubStatusAsync(first, "one"));
    }

    [Fact]
    public async Task Two_hosts_that_look_at_the_same_time_fire_each_delay_once()
    {
        var same = new SameDatabase(database);
        await using var first = await StartAsync(same);
        await using var second = await StartAsync(same);
        var ids = Enumerable.Range(0, 20).Select(index => $"delay-{index}").ToList();
        foreach (var id in ids)
            await RunAsync(first, Delay, id);
        first.Time.Advance(TimeSpan.FromDays(1));
        second.Time.Advance(TimeSpan.FromDays(1));

        for (var round = 0; round < 5; round++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(() => SweepAsync(index % 2 == 0 ? first : second))));
        first.Time.Advance(TimeSpan.FromMinutes(10));
        await SweepAsync(first);

        var resumed = await first.ActAsync<DocFlowDbContext, List<string>>(context => context.Set<BurstRow>().Where(row => row.JournalJson.Contains("\"event\":\"Resumed\"")).Select(row => row.InstanceId).ToListAsync());
        Assert.Equal(ids.Order(), resumed.Order());
        Assert.Empty(await BookmarksAsync(first));
    }

    [Fact]
    public async Task A_delay_that_a_host_claimed_and_lost_is_taken_over_when_the_lease_ends()
    {
        await using var office = await StartAsync();
        await RunAsync(office, Delay, "one");
        office.Time.Advance(TimeSpan.FromDays(1));
        var until = office.Time.GetUtcNow().AddMinutes(2);
        await office.ActAsync<DocFlowDbContext>(context => context.Set<BookmarkRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until)));

        Assert.Equal(0, await SweepAsync(office));
        office.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await SweepAsync(office));
        Assert.Equal("Finished", await SubStatusAsync(office, "one"));
    }

    [Fact]
    public async Task Nothing_fires_for_a_delay_that_was_cancelled()
    {
        await using var office = await StartAsync();
        await RunAsync(office, Fork, "one");
        Assert.Equal(2, (await BookmarksAsync(office)).Count);

        await RaiseAsync(office, "来文", null);

        Assert.Equal("Finished", await SubStatusAsync(office, "one"));
        Assert.Empty(await BookmarksAsync(office));
        office.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await SweepAsync(office));
    }

    [Fact]
    public async Task A_published_event_reaches_all_that_wait_and_starts_what_it_starts_once()
    {
        await using var office = await StartAsync();
        await PublishAsync(office, Starter);
        await RunAsync(office, Waiter, "one");
        await RunAsync(office, Waiter, "two");

        await RunAsync(office, Publisher, "three");
        await office.Dispatcher.DrainAsync();

        Assert.Equal("Finished", await SubStatusAsync(office, "one"));
        Assert.Equal("Finished", await SubStatusAsync(office, "two"));
        Assert.Equal(["开始", "收到《通知》", "收到《通知》"], (await LinesAsync(office)).Order(StringComparer.Ordinal));
        Assert.Equal(4, await office.ActAsync<DocFlowDbContext, int>(context => context.Set<InstanceRow>().CountAsync()));
    }

    [Fact]
    public async Task An_event_for_a_matter_reaches_only_its_workflows()
    {
        await using var office = await StartAsync();
        await RunAsync(office, Waiter, "one");
        await RunAsync(office, Waiter, "two");

        await RaiseAsync(office, "来文", "matter-two");

        Assert.Equal("Suspended", await SubStatusAsync(office, "one"));
        Assert.Equal("Finished", await SubStatusAsync(office, "two"));
    }

    [Fact]
    public async Task An_event_delivered_twice_goes_on_once()
    {
        await using var office = await StartAsync();
        await RunAsync(office, Waiter, "one");
        await RaiseAsync(office, "来文", "matter-one");
        await office.ActAsync<IOfficeData>(data => data.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Waiting)));

        await office.Dispatcher.DrainAsync();

        Assert.Single(await LinesAsync(office));
    }

    [Fact]
    public async Task Two_hosts_that_import_the_same_file_at_once_publish_one_version()
    {
        var same = new SameDatabase(database);
        await using var first = await StartAsync(same);
        await using var second = await StartAsync(same);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => PublishAsync(index % 2 == 0 ? first : second, Starter))));

        Assert.Single(numbers, number => number == 1);
        Assert.Equal(7, numbers.Count(number => number is null));
        Assert.Equal(1, await first.ActAsync<DocFlowDbContext, int>(context => context.Set<DefinitionRow>().CountAsync()));
        Assert.Equal(1, await first.ActAsync<DocFlowDbContext, int>(context => context.Set<TriggerRow>().CountAsync()));
    }

    [Fact]
    public async Task A_broken_definition_is_refused_and_the_last_good_version_stays()
    {
        await using var office = await StartAsync();
        await PublishAsync(office, Starter);

        var refused = await Assert.ThrowsAsync<DefinitionRefusedException>(() => PublishAsync(office, Starter.Replace("Elsa.WriteLine", "Elsa.WriteLin", StringComparison.Ordinal)));

        Assert.Equal("$.root.activities[1].type：没有活动类型“Elsa.WriteLin”。", refused.Message);
        Assert.Equal(1, (await office.ActAsync<DefinitionCatalog, DefinitionRow?>(catalog => catalog.PublishedAsync("starter", CancellationToken.None)))?.Number);
    }

    private Task<OfficeHost> StartAsync() => StartAsync(database);

    private async Task<OfficeHost> StartAsync(ITestDatabase on)
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(on, services => services.AddDocFlowEngine(new ActivityRegistry(), new WorkItemBookmark(id => id, "Outcome")));
    }

    private static async Task<int?> PublishAsync(OfficeHost office, string json) =>
        (await office.ActAsync<DefinitionCatalog, FileImport>(catalog => catalog.ImportAsync(json, CancellationToken.None))).Number;

    /// <summary>Publishes a definition and runs an instance of it about a matter of its own.</summary>
    private static async Task RunAsync(OfficeHost office, string json, string instanceId)
    {
        await PublishAsync(office, json);
        var id = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("definitionId").GetString()!;
        await office.ActAsync<IWorkflowGateway>(gateway => gateway.StartAsync(id, instanceId, $"matter-{instanceId}", CancellationToken.None));
    }

    private static async Task RaiseAsync(OfficeHost office, string name, string? correlationId)
    {
        await office.BurstAsync<EventOutbox, bool>(outbox =>
        {
            outbox.Add(new EventMessage("raised", name, correlationId, null, """{"title":"《函》"}"""));
            return Task.FromResult(true);
        });
        await office.Dispatcher.DrainAsync();
    }

    private static Task<int> SweepAsync(OfficeHost office) => office.ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync());

    private static Task<string> SubStatusAsync(OfficeHost office, string instanceId) =>
        office.ActAsync<DocFlowDbContext, string>(context => context.Set<InstanceRow>().Where(row => row.Id == instanceId).Select(row => row.SubStatus.ToString()).SingleAsync());

    private static Task<List<BookmarkRow>> BookmarksAsync(OfficeHost office) =>
        office.ActAsync<DocFlowDbContext, List<BookmarkRow>>(context => context.Set<BookmarkRow>().AsNoTracking().ToListAsync());

    private static async Task<List<string>> LinesAsync(OfficeHost office)
    {
        var ids = await office.ActAsync<DocFlowDbContext, List<string>>(context => context.Set<InstanceRow>().Select(row => row.Id).ToListAsync());
        var lines = new List<string>();
        foreach (var id in ids)
        {
            var journal = await office.ActAsync<IWorkflowInstances, Page<JournalEntry>>(instances => instances.JournalAsync(id, new JournalQuery { EventNames = ["Completed"] }, CancellationToken.None));
            lines.AddRange(journal.Items.Where(line => line.ActivityType == "Elsa.WriteLine").Select(line => line.Data!["Text"]!.ToString()!));
        }

        return lines;
    }

    /// <summary>One database for several hosts.</summary>
    private sealed class SameDatabase(ITestDatabase database) : ITestDatabase
    {
        private Dictionary<string, string?>? _settings;

        public async Task<Dictionary<string, string?>> CreateAsync(string folder) => _settings ??= await database.CreateAsync(folder);
    }
}
