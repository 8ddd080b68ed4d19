using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>Drawing a workflow with the mouse: connections, variables, expressions, versions and files.</summary>
public sealed class StudioDrawingTests(StudioRoom room) : IClassFixture<StudioRoom>
{
    [Fact]
    public async Task Activities_are_connected_by_dragging_and_variable_and_script_are_there_again_after_a_reload()
    {
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        var id = await desk.CreateAsync("计算份数");
        await desk.DropAsync("基本", "设置变量", 60, 80);
        await desk.DropAsync("基本", "外部任务", 380, 80);
        await desk.ConnectAsync("设置变量1", "Done", "外部任务1");
        await desk.Tab("变量").ClickAsync();
        await desk.Frame.GetByRole(AriaRole.Button, new() { Name = "添加变量" }).ClickAsync();
        var name = desk.Dialog.GetByLabel("名称", new() { Exact = true });
        await Assertions.Expect(name).ToHaveValueAsync("变量1");
        await name.FillAsync("份数");
        await desk.SavedAsync(() => desk.PressAsync("确定"));

        await desk.SelectAsync("设置变量1");
        await desk.Field("要设置哪个变量。").Locator(".mud-input-slot").First.ClickAsync();
        await desk.SavedAsync(() => desk.ChooseAsync("份数"));
        await desk.Frame.Locator(".d-flex").Filter(new() { Has = desk.Field("赋给变量的值。") }).Locator(".mud-menu button").Last.ClickAsync();
        await desk.SavedAsync(() => desk.ChooseAsync("JavaScript 脚本"));
        await desk.Frame.Locator(".monaco-editor").First.ClickAsync();
        await desk.SavedAsync(() => desk.Page.Keyboard.TypeAsync("2 * 21"));
        await desk.OpenAsync(id);

        Assert.Equal(2, await desk.Nodes.CountAsync());
        Assert.Equal(1, await desk.Frame.Locator(".x6-edge").CountAsync());
        await desk.Tab("变量").ClickAsync();
        await desk.Frame.GetByRole(AriaRole.Cell, new() { Name = "份数", Exact = true }).WaitForAsync();
        await desk.SelectAsync("设置变量1");
        // Monaco draws blanks that don't break.
        await Assertions.Expect(desk.Frame.Locator(".monaco-editor .view-line").First).ToHaveTextAsync("2 * 21");
        var root = (await desk.ReadAsync(id))["root"]!;
        var connection = Assert.Single(root["connections"]!.AsArray())!;
        Assert.Equal(["Done", "In"], [connection["source"]!["port"]!.GetValue<string>(), connection["target"]!["port"]!.GetValue<string>()]);
        await desk.PublishAsync();
        var run = await desk.ApiAsync("POST", $"workflow-definitions/{id}/execute", new { });
        Assert.Equal("Suspended", run.GetProperty("workflowState").GetProperty("subStatus").GetString());
        var variables = await desk.ApiAsync("GET", $"workflow-instances/{run.GetProperty("workflowState").GetProperty("id").GetString()}/variables");
        Assert.Equal("份数 = 42", Assert.Single(variables.GetProperty("items").EnumerateArray().Select(variable => $"{variable.GetProperty("name")} = {variable.GetProperty("value")}")));
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task Versions_are_listed_looked_at_without_a_hand_on_them_and_brought_back()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks what the recorded requests of StudioReplayTests do.");
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        var id = await desk.CreateAsync("两个版本");
        await desk.DropAsync("基本", "外部任务", 60, 80);
        await desk.PublishAsync();
        await desk.DropAsync("基本", "等待事件", 380, 80);
        await desk.PublishAsync();

        await desk.Tab("版本记录").ClickAsync();
        await Version(desk, 2).WaitForAsync();
        await desk.ChooseInRowAsync(Version(desk, 1), "查看");
        // As it was, and nothing to change it with.
        await desk.Frame.GetByText("第 1 版").WaitForAsync();
        await Assertions.Expect(desk.Nodes).ToHaveCountAsync(1);
        Assert.Equal(0, await desk.Frame.GetByText("自动保存").CountAsync());
        await desk.ChooseInRowAsync(Version(desk, 1), "恢复到这个版本");
        await Version(desk, 3).WaitForAsync();
        await desk.Frame.GetByText("自动保存").WaitForAsync();
        await Assertions.Expect(desk.Nodes).ToHaveCountAsync(1);

        Assert.Equal(["外部任务1"], Names(await desk.ReadAsync(id)));
        Assert.Equal(["外部任务1", "等待事件1"], Names(await desk.ReadAsync(id, "Published")));
        Assert.Equal(3, (await desk.ReadAsync(id))["version"]!.GetValue<int>());
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task What_is_exported_is_what_was_drawn_and_comes_in_again_to_the_letter()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks what ExportedFileNameTests and ContractReplayTests do over HTTP.");
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        var id = await desk.CreateAsync("往返");
        await desk.DropAsync("基本", "外部任务", 60, 80);
        await desk.DropAsync("基本", "等待事件", 380, 80);
        await desk.ConnectAsync("外部任务1", "Done", "等待事件1");
        var first = await desk.ExportAsync(() => desk.ChooseMoreAsync("导出"));

        var file = JsonNode.Parse(first)!.AsObject();
        Assert.Equal("往返", file["name"]!.GetValue<string>());
        Assert.Equal(["外部任务1", "等待事件1"], Names(file));
        var stored = await desk.ReadAsync(id);
        Assert.True(JsonNode.DeepEquals(stored["root"], file["root"]), $"Stored: {stored["root"]}\nExported: {file["root"]}");

        // Somebody changes it, and the file brings back what it was.
        await desk.SelectAsync("等待事件1");
        await desk.SavedAsync(() => desk.Page.Keyboard.PressAsync("Delete"));
        Assert.Equal(["外部任务1"], Names(await desk.ReadAsync(id)));
        await desk.OpenListAsync();
        await desk.Frame.Locator(".mud-button-group-root .mud-menu button").Last.ClickAsync();
        var chooser = await desk.Page.RunAndWaitForFileChooserAsync(() => desk.ChooseAsync("导入"));
        await chooser.SetFilesAsync(new FilePayload { Name = "往返.json", MimeType = "application/json", Buffer = first });
        await desk.Frame.GetByText("已导入 1 个流程。").WaitForAsync();
        var second = await desk.ExportAsync(() => desk.ChooseInRowAsync(desk.Row("往返"), "导出"));

        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(second));
        Assert.Equal(first, second);
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task New_things_have_Chinese_names_and_only_what_the_engine_runs_is_offered()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: the descriptors that the designer shows are held by DescriptorCatalogTests.");
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        await desk.OpenListAsync();
        await desk.Frame.GetByRole(AriaRole.Button, new() { Name = "新建流程" }).ClickAsync();
        await desk.Dialog.GetByText("流程图", new() { Exact = true }).WaitForAsync();
        Assert.Equal(["流程图", "顺序"], await Kinds(desk).AllInnerTextsAsync());
        // Not by the keys either.
        await desk.Dialog.GetByRole(AriaRole.Radio).Nth(1).PressAsync("ArrowDown");
        Assert.Equal(0, await desk.Dialog.Locator("[role=radio][aria-checked=true]").Filter(new() { HasText = "状态机" }).CountAsync());
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();

        var id = await desk.CreateAsync();
        await desk.DropAsync("公文办理", "审核", 60, 80);
        await desk.DropAsync("基本", "外部任务", 380, 80);

        Assert.Matches("^流程[0-9]+$", (await desk.ReadAsync(id))["name"]!.GetValue<string>());
        Assert.Equal(["外部任务1", "审核1"], Names(await desk.ReadAsync(id)));
        await Assertions.Expect(desk.Node("外部任务1").Locator(".x6-port-out .x6-port-label")).ToHaveTextAsync("完成");
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task A_step_gets_its_name_and_one_of_the_offices_own_posts()
    {
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        var id = await desk.CreateAsync("选岗位");
        await desk.DropAsync("公文办理", "审核", 60, 80);
        var name = desk.Field("界面和办理过程中显示的名称。").Locator("input").First;
        await desk.SavedAsync(async () =>
        {
            await name.FillAsync("会前复审");
            await name.PressAsync("Tab");
        });
        await desk.Field("由哪个岗位办理").Locator(".mud-input-slot").First.ClickAsync();
        await desk.SavedAsync(() => desk.ChooseAsync("市委领导/秘书长"));

        var review = Assert.Single((await desk.ReadAsync(id))["root"]!["activities"]!.AsArray())!;
        Assert.Equal("会前复审", review["stepName"]!["expression"]!["value"]!.GetValue<string>());
        Assert.Equal("市委领导/秘书长", review["post"]!["expression"]!["value"]!.GetValue<string>());
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    private static ILocator Kinds(StudioDesk desk) => desk.Dialog.Locator("[role=radio]:visible .mud-typography-subtitle2");

    private static ILocator Version(StudioDesk desk, int number) => desk.Rows.Filter(new() { Has = desk.Frame.GetByRole(AriaRole.Cell, new() { Name = $"{number}", Exact = true }) });

    private static IEnumerable<string> Names(JsonObject definition) => definition["root"]!["activities"]!.AsArray().Select(activity => activity!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);
}
