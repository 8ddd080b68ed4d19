using System.Text.Json;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The designer's two lists, one by one and in bulk; and that nobody is offered what they may not do.</summary>
public sealed class StudioListsTests(StudioRoom room) : IClassFixture<StudioRoom>
{
    [Fact]
    public async Task Workflows_are_published_retracted_and_deleted_one_by_one_and_in_bulk()
    {
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        foreach (var id in new[] { "list-a", "list-b", "list-c" })
            await SaveAsync(desk, id, publish: false);
        await desk.OpenListAsync();

        await desk.ChooseInRowAsync(desk.Row("list-a"), "发布");
        await desk.Frame.GetByText("流程已发布").WaitForAsync();
        await Assertions.Expect(desk.Row("list-a").GetByRole(AriaRole.Cell).Nth(4)).ToHaveTextAsync("1");
        await desk.ChooseInRowAsync(desk.Row("list-a"), "取消发布");
        await desk.Frame.GetByText("流程已取消发布").WaitForAsync();
        await Assertions.Expect(desk.Row("list-a").GetByRole(AriaRole.Cell).Nth(4)).ToHaveTextAsync("-");
        await desk.ChooseBulkAsync("发布", "list-b", "list-c");
        await desk.PressAsync("发布");
        await desk.Frame.GetByText("已发布 2 个流程").WaitForAsync();
        await Assertions.Expect(desk.Row("list-c").GetByRole(AriaRole.Cell).Nth(4)).ToHaveTextAsync("1");
        Assert.True((await desk.ReadAsync("list-b"))["isPublished"]!.GetValue<bool>());

        await desk.ChooseInRowAsync(desk.Row("list-a"), "删除");
        await desk.PressAsync("删除");
        await Assertions.Expect(desk.Row("list-a")).ToHaveCountAsync(0);
        await desk.OpenListAsync();
        await desk.ChooseBulkAsync("删除", "list-b", "list-c");
        await desk.PressAsync("删除");
        await Assertions.Expect(desk.Row("list-c")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Row("list-b")).ToHaveCountAsync(0);
        await desk.Row("policy-document").WaitForAsync();
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task Runs_are_filtered_opened_cancelled_and_deleted_by_the_administrator()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks what the recorded requests of StudioReplayTests do.");
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync("sysadmin");
        await SaveAsync(desk, "runs", publish: true);
        var runs = new List<string>();
        foreach (var matter in new[] { "matter-1", "matter-2", "matter-3" })
            runs.Add((await desk.ApiAsync("POST", "workflow-definitions/runs/execute", new { correlationId = matter })).GetProperty("workflowState").GetProperty("id").GetString()!);
        await desk.ApiAsync("POST", $"cancel/workflow-instances/{runs[2]}");
        await desk.OpenInstancesAsync();
        await desk.Row("matter-3").WaitForAsync();

        await desk.Frame.Locator(".mud-select-extended").Filter(new() { Has = desk.Frame.Locator("legend").GetByText("状态", new() { Exact = true }) }).Locator(".mud-input-slot").First.ClickAsync();
        await desk.ChooseAsync("运行中");
        await Assertions.Expect(desk.Row("matter-3")).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.ChooseBulkAsync("取消", "matter-1", "matter-2");
        await desk.PressAsync("是");
        await Assertions.Expect(desk.Row("matter-1")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Row("matter-2")).ToHaveCountAsync(0);
        Assert.Equal("Cancelled", await SubStatusAsync(desk, runs[0]));
        Assert.Equal("Cancelled", await SubStatusAsync(desk, runs[1]));

        await desk.OpenInstancesAsync();
        await desk.ChooseInRowAsync(desk.Row("matter-1"), "删除");
        await desk.PressAsync("删除");
        await Assertions.Expect(desk.Row("matter-1")).ToHaveCountAsync(0);
        await desk.ChooseBulkAsync("删除", "matter-2");
        await desk.PressAsync("删除");
        await Assertions.Expect(desk.Row("matter-2")).ToHaveCountAsync(0);
        await desk.ChooseInRowAsync(desk.Row("matter-3"), "查看");
        await Assertions.Expect(desk.Page).ToHaveURLAsync($"{room.Host.Address}/workflows/instances/{runs[2]}");
        await desk.Node("等一等").WaitForAsync();
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task Who_may_not_end_the_runs_of_others_is_not_offered_it()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: the permission tables refuse it in each run.");
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        await SaveAsync(desk, "others", publish: true);
        await desk.ApiAsync("POST", "workflow-definitions/others/execute", new { correlationId = "matter-of-others" });

        await desk.OpenInstancesAsync();
        await desk.Row("matter-of-others").Locator(".mud-menu button").ClickAsync();
        await desk.Open.GetByText("查看").WaitForAsync();
        Assert.Equal(["查看"], await desk.Open.Locator(".mud-menu-item:visible").AllInnerTextsAsync());
        Assert.Equal(0, await desk.Frame.Locator("button:visible").Filter(new() { HasText = "批量操作" }).CountAsync());
        await desk.OpenListAsync();
        await desk.Row("others").Locator(".mud-menu button").ClickAsync();
        await desk.Open.GetByText("编辑").WaitForAsync();

        Assert.Equal(["编辑", "运行", "复制", "删除", "发布", "取消发布", "导出"], await desk.Open.Locator(".mud-menu-item:visible").AllInnerTextsAsync());
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    private static Task<JsonElement> SaveAsync(StudioDesk desk, string id, bool publish) => desk.ApiAsync("POST", "workflow-definitions", """
        {"model":{"definitionId":"@id","name":"@id","root":{"id":"chart","type":"Elsa.Flowchart","version":1,"connections":[],"activities":[
          {"id":"wait","name":"等一等","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"核对"}},
           "metadata":{"designer":{"position":{"x":0,"y":0},"size":{"width":200,"height":54}}}}]}},"publish":@publish}
        """.Replace("@id", id, StringComparison.Ordinal).Replace("@publish", publish ? "true" : "false", StringComparison.Ordinal));

    private static async Task<string?> SubStatusAsync(StudioDesk desk, string id) => (await desk.ApiAsync("GET", $"workflow-instances/{id}")).GetProperty("subStatus").GetString();
}
