using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Engine;

/// <summary>Drafts, versions, publishing, and the folder of files beside a designer, on each database.</summary>
public abstract class DefinitionStoreSuite(ITestDatabase database, string? absent = null) : StoreSuite(database, absent)
{
    [Fact]
    public async Task Versions_go_as_in_elsa_through_save_publish_retract_revert_and_delete()
    {
        await using var office = await StartAsync();

        var created = await SaveAsync(office, Lines("d", "一", ",\"id\":\"ignored\",\"version\":9,\"name\":\" 名 \""));
        Assert.Equal((1, "名", false), (created.Definition.Summary.Version, created.Definition.Summary.Name, created.Definition.Summary.IsPublished));
        Assert.NotEqual("ignored", created.Definition.Summary.VersionId);
        Assert.Equal(created.Definition.Summary.VersionId, (await SaveAsync(office, Lines("d", "二"))).Definition.Summary.VersionId);
        Assert.Equal(["1 latest"], await VersionsAsync(office, "d"));

        Assert.False((await DefinitionsAsync(office, definitions => definitions.PublishAsync("d", None)))!.AlreadyPublished);
        Assert.True((await DefinitionsAsync(office, definitions => definitions.PublishAsync("d", None)))!.AlreadyPublished);
        await SaveAsync(office, Lines("d", "三"));
        Assert.Equal(["1 published", "2 latest"], await VersionsAsync(office, "d"));
        await SaveAsync(office, Lines("d", "四"), publish: true);
        Assert.Equal(["1", "2 latest published"], await VersionsAsync(office, "d"));
        Assert.True((await SaveAsync(office, Lines("d", "四"), publish: true)).AlreadyPublished);

        var reverted = await DefinitionsAsync(office, definitions => definitions.RevertAsync("d", 1, None));
        Assert.Contains("二", reverted!.Json, StringComparison.Ordinal);
        Assert.Equal(["1", "2 published", "3 latest"], await VersionsAsync(office, "d"));
        Assert.True((await DefinitionsAsync(office, definitions => definitions.RetractAsync("d", None)))!.AlreadyPublished);
        Assert.False((await DefinitionsAsync(office, definitions => definitions.RetractAsync("d", None)))!.AlreadyPublished);
        Assert.True(await DefinitionsAsync(office, definitions => definitions.DeleteVersionAsync(reverted.Summary.VersionId, None)));
        Assert.Equal(["1", "2 latest"], await VersionsAsync(office, "d"));
        Assert.Equal(2, await DefinitionsAsync(office, definitions => definitions.DeleteAsync("d", None)));
        Assert.Equal(0, await DefinitionsAsync(office, definitions => definitions.CountAsync(None)));
    }

    [Fact]
    public async Task What_is_done_to_procedures_is_an_event_with_its_account()
    {
        await using var office = await StartAsync();
        await office.ActAsync<IServiceProvider, bool>(async request =>
        {
            request.GetRequiredService<ActingAccount>().Name = "designer";
            var definitions = request.GetRequiredService<IWorkflowDefinitions>();
            await definitions.ImportAsync(Lines("d", "零"), None);
            await definitions.SaveAsync(Lines("d", "一"), publish: false, None);
            await definitions.SaveAsync(Lines("d", "一"), publish: false, None);
            await definitions.PublishAsync("d", None);
            var runs = request.GetRequiredService<IWorkflowRuns>();
            await runs.ExecuteAsync(new StartRequest("d", VersionChoice.Published) { InstanceId = "run" }, None);
            await runs.ExecuteAsync(new StartRequest("d", VersionChoice.Published) { InstanceId = "run" }, None);
            await runs.ExecuteAsync(new StartRequest("none", VersionChoice.Published), None);
            await runs.DispatchAsync(new StartRequest("d", VersionChoice.Published) { InstanceId = "later" }, None);
            await definitions.PublishAsync("d", None);
            await definitions.RevertAsync("d", 1, None);
            await definitions.RetractAsync("d", None);
            await definitions.DeleteAsync("d", None);
            return true;
        });

        Assert.Equal(
            ["designer 导入流程 d 第1版", "designer 保存流程草稿 d 第1版", "designer 发布流程 d 第1版", "designer 运行流程 d", "designer 后台运行流程 d", "designer 恢复流程旧版 d 第2版", "designer 停用流程 d 第1版", "designer 删除流程 d 第1版", "designer 删除流程 d 第2版"],
            await ActsAsync(office));
    }

    // Who, what, and the procedure with its version.
    private static async Task<IEnumerable<string>> ActsAsync(OfficeHost office)
    {
        var acts = await office.ActAsync<DocFlowDbContext, List<string>>(context => context.Set<OfficeEvent>().OrderBy(row => row.Sequence).Select(row => $"{row.ActorName} {row.Act} {row.DetailJson}").ToListAsync());
        return acts.Where(act => act.Contains("流程", StringComparison.Ordinal)).Select(act => act.Replace("{\"流程\":\"", "", StringComparison.Ordinal).Split('"')[0]);
    }

    [Fact]
    public async Task Parallel_saves_of_one_definition_make_one_draft()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Lines("d", "零"), publish: true);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => SaveAsync(office, Lines("d", $"第{index}稿")))));

        Assert.Equal(["1 published", "2 latest"], await VersionsAsync(office, "d"));
    }

    [Fact]
    public async Task A_read_only_definition_refuses_changes_and_an_import_keeps_its_ids()
    {
        await using var office = await StartAsync();

        var imported = await DefinitionsAsync(office, definitions => definitions.ImportAsync(Lines("fixed", "一", ",\"id\":\"v-one\",\"isReadonly\":true,\"isPublished\":true"), None));

        Assert.Equal(("v-one", true, false), (imported.Definition.Summary.VersionId, imported.Definition.Summary.IsReadonly, imported.Definition.Summary.IsPublished));
        await Assert.ThrowsAsync<ReadonlyDefinitionException>(() => SaveAsync(office, Lines("fixed", "二")));
        await Assert.ThrowsAsync<ReadonlyDefinitionException>(() => DefinitionsAsync(office, definitions => definitions.PublishAsync("fixed", None)));
        Assert.Contains("一", (await DefinitionsAsync(office, definitions => definitions.FindVersionAsync("v-one", None)))!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_text_stores_nothing()
    {
        await using var office = await StartAsync();
        const string Broken = """{"definitionId":"d","root":{"type":"Elsa.Sequence","id":"s","activities":[{"type":"Elsa.WriteLine","id":"a"},{"type":"Elsa.WriteLine","id":"a"}]}}""";

        await Assert.ThrowsAsync<DefinitionRefusedException>(() => SaveAsync(office, Broken));
        await Assert.ThrowsAsync<DefinitionRefusedException>(() => SaveAsync(office, "{ 坏了"));

        Assert.Empty(await VersionsAsync(office, "d"));
        var unnamed = await SaveAsync(office, "{}");
        Assert.False(string.IsNullOrEmpty(unnamed.Definition.Summary.DefinitionId));
    }

    [Fact]
    public async Task Only_the_published_version_starts_and_a_retracted_definition_starts_nothing()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Event("e", "来文", starts: true), Line("a", "一")), publish: true);
        await SaveAsync(office, Sequence("d", "", Event("e", "别的", starts: true), Line("a", "二")));
        Assert.Equal(1, await TriggersAsync(office));
        await RunsAsync(office, async runs =>
        {
            await runs.TriggerAsync(new EventRequest("来文") { Wait = true }, None);
            return true;
        });
        var started = (await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { DefinitionIds = ["d"] }, None))).Items.Single();
        Assert.Equal(1, started.Version);
        Assert.Equal(["一"], await LinesAsync(office, started.Id));

        await DefinitionsAsync(office, definitions => definitions.RetractAsync("d", None));

        Assert.Equal(0, await TriggersAsync(office));
        Assert.Null(await RunsAsync(office, runs => runs.ExecuteAsync(new StartRequest("d", VersionChoice.Published), None)));
    }

    [Fact]
    public async Task A_changed_file_is_published_unless_a_designer_changed_the_definition_too()
    {
        await using var office = await StartAsync();
        Assert.Equal(new FileImport(1, false), await ImportAsync(office, Lines("d", "文件一")));
        Assert.Equal(default, await ImportAsync(office, Lines("d", "文件一")));
        Assert.Equal(new FileImport(2, false), await ImportAsync(office, Lines("d", "文件二")));

        await SaveAsync(office, Lines("d", "设计三"), publish: true);
        Assert.Equal(default, await ImportAsync(office, Lines("d", "文件二")));
        Assert.Equal(new FileImport(4, true), await ImportAsync(office, Lines("d", "文件四")));

        Assert.Equal(["1", "2", "3 published", "4 latest"], await VersionsAsync(office, "d"));
        Assert.Equal(["设计三"], await LinesAsync(office, (await ExecuteAsync(office, "d")).State!.Id));
        var conflict = Assert.Single(await office.ActAsync<DefinitionCatalog, IReadOnlyList<FileConflict>>(catalog => catalog.ConflictsAsync(None)));
        Assert.Equal(("d", 4), (conflict.DefinitionId, conflict.DraftNumber));

        // The file's version was chosen: from then on files are published again.
        await DefinitionsAsync(office, definitions => definitions.PublishAsync("d", None));
        Assert.Empty(await office.ActAsync<DefinitionCatalog, IReadOnlyList<FileConflict>>(catalog => catalog.ConflictsAsync(None)));
        Assert.Equal(new FileImport(5, false), await ImportAsync(office, Lines("d", "文件五")));
        Assert.Equal(
            ["按文件发布流程 d 第1版", "按文件发布流程 d 第2版", "发布流程 d 第3版", "流程文件存为草稿 d 第4版", "发布流程 d 第4版", "按文件发布流程 d 第5版"],
            (await ActsAsync(office)).Select(act => act.Split(' ', 2)[1]));
    }

    [Fact]
    public async Task A_definition_goes_with_its_instances_unless_one_carries_a_document()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Sequence("d", "", Event("e", "等")), publish: true);
        var state = (await ExecuteAsync(office, "d")).State!;
        await office.ActAsync<IWorkflowGateway>(gateway => gateway.StartAsync("d", "office", "document", None));

        var refused = await Assert.ThrowsAsync<DefinitionRefusedException>(() => DefinitionsAsync(office, definitions => definitions.DeleteAsync("d", None)));
        Assert.Equal("有1件公文按这个流程办理，它的记录不能删除；不再使用可以停用。", refused.Message);
        await Assert.ThrowsAsync<DefinitionRefusedException>(() => RunsAsync(office, runs => runs.CancelAsync(["office"], None)));
        Assert.Equal(1, await InstancesAsync(office, instances => instances.DeleteAsync(["office", state.Id], None)));
        Assert.Equal("Suspended", await SubStatusAsync(office, "office"));

        await SaveAsync(office, Sequence("other", "", Event("e", "等")), publish: true);
        await ExecuteAsync(office, "other");
        Assert.Equal(1, await DefinitionsAsync(office, definitions => definitions.DeleteAsync("other", None)));
        Assert.Empty((await InstancesAsync(office, instances => instances.ListAsync(new InstanceQuery { DefinitionIds = ["other"] }, None))).Items);
    }

    [Fact]
    public async Task Consumers_are_found_through_others_and_moved_when_the_used_one_is_published()
    {
        await using var office = await StartAsync();
        const string Usable = ",\"name\":\"Child flow\",\"options\":{\"usableAsActivity\":true,\"autoUpdateConsumingWorkflows\":true}";
        var child = (await SaveAsync(office, Lines("child", "子一", Usable), publish: true)).Definition.Summary;
        await SaveAsync(office, Sequence("parent", "", $$$"""{"type":"ChildFlow","id":"c","version":1,"workflowDefinitionId":"child","workflowDefinitionVersionId":"{{{child.VersionId}}}"}"""), publish: true);
        Assert.Equal(["子一"], await LinesAsync(office, (await ExecuteAsync(office, "parent")).State!.Id));

        var moved = await SaveAsync(office, Lines("child", "子二", Usable), publish: true);

        Assert.Equal(1, moved.ConsumingWorkflowCount);
        Assert.Equal(["parent"], await DefinitionsAsync(office, definitions => definitions.ConsumersAsync("child", None)));
        Assert.Equal(["1", "2 latest published"], await VersionsAsync(office, "parent"));
        Assert.Equal(["子二"], await LinesAsync(office, (await ExecuteAsync(office, "parent")).State!.Id));
        Assert.Empty(await DefinitionsAsync(office, definitions => definitions.UpdateReferencesAsync("child", None)));
    }

    [Fact]
    public async Task Lists_are_filtered_searched_ordered_and_paged_and_names_told_apart()
    {
        await using var office = await StartAsync();
        await SaveAsync(office, Lines("b", "x", ",\"name\":\"收文\",\"description\":\"登记和拟办\""));
        await SaveAsync(office, Lines("a", "x", ",\"name\":\"发文\""), publish: true);
        await SaveAsync(office, Lines("a", "y", ",\"name\":\"发文\""));

        Task<Page<DefinitionSummary>> ListAsync(DefinitionQuery query) => DefinitionsAsync(office, definitions => definitions.ListAsync(query, None));
        Assert.Equal(["b 1"], Shown(await ListAsync(new DefinitionQuery { SearchTerm = "拟办" })));
        Assert.Equal(["a 1"], Shown(await ListAsync(new DefinitionQuery { Versions = VersionChoice.Published })));
        Assert.Equal(["b 1", "a 2"], Shown(await ListAsync(new DefinitionQuery { Versions = VersionChoice.Latest, Order = DefinitionOrder.Version })));
        var page = await ListAsync(new DefinitionQuery { Order = DefinitionOrder.Version, Descending = true, Skip = 1, Take = 1 });
        Assert.Equal((1, 3L), (page.Items.Count, page.TotalCount));
        Assert.False(await DefinitionsAsync(office, definitions => definitions.IsNameUniqueAsync("收文", null, None)));
        Assert.True(await DefinitionsAsync(office, definitions => definitions.IsNameUniqueAsync("收文", "b", None)));
    }

    private static IEnumerable<string> Shown(Page<DefinitionSummary> page) => page.Items.Select(row => $"{row.DefinitionId} {row.Version}");

    private static Task<int> TriggersAsync(OfficeHost office) => office.ActAsync<DocFlowDbContext, int>(context => context.Set<TriggerRow>().CountAsync());

    private static Task<FileImport> ImportAsync(OfficeHost office, string json) => office.ActAsync<DefinitionCatalog, FileImport>(catalog => catalog.ImportAsync(json, None));
}

/// <summary>On SQLite.</summary>
public sealed class SqliteDefinitionStoreTests() : DefinitionStoreSuite(new SqliteDatabase());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgreSqlDefinitionStoreTests(PostgreSqlServer server) : DefinitionStoreSuite(server, server.Absent);
