using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A workflow from the first click to its end, in the real designer.</summary>
public sealed partial class StudioJourneyTests
{
    private const string Definitions = "/elsa/api/workflow-definitions";

    [Fact]
    public async Task A_designer_makes_saves_publishes_and_runs_a_workflow_and_watches_it_go_on()
    {
        StudioPagesTests.SkipWithoutParts();
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("luoyu");
        var frame = StudioPagesTests.Frame(page);
        using var client = host.WithKey();

        await page.GetByRole(AriaRole.Link, new() { Name = "流程设计", Exact = true }).ClickAsync();
        await CreateAsync(page, frame, "请示件传阅");
        await DropTaskAsync(page, frame);
        var taskName = frame.Locator(".mud-input-control").Filter(new() { HasText = "任务名" }).Locator("input, textarea").First;
        await SavedAsync(page, async () =>
        {
            await taskName.FillAsync("审阅");
            await taskName.PressAsync("Tab");
        });
        await SavedAsync(page, () => Button(frame, "M19.35 10.04").ClickAsync());
        await frame.GetByText("流程已发布").WaitForAsync();

        var run = await page.RunAndWaitForResponseAsync(
            () => Button(frame, "M8 5v14").ClickAsync(new() { Force = true }),
            response => response.Url.EndsWith("/execute", StringComparison.Ordinal));
        var instanceId = run.Headers["x-elsa-workflow-instance-id"];
        await page.GotoAsync($"{host.Address}/workflows/instances/{instanceId}");
        await frame.Locator(".x6-node").Filter(new() { HasText = "外部任务" }).First.WaitForAsync();
        await frame.GetByText("等待办理").First.WaitForAsync();
        Assert.Equal(0, await frame.GetByText("已继续").CountAsync());

        await CompleteAsync(client, instanceId);

        // Nobody reloads the page: the hub tells it.
        await frame.GetByText("已继续").First.WaitForAsync();
        await frame.GetByText("已完成").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "流程实例", Exact = true }).ClickAsync();
        await frame.GetByText(instanceId).First.WaitForAsync();
        Assert.Empty(browser.OutsideRequests);
        Assert.Empty(browser.ConsoleErrors);
    }

    private static async Task CreateAsync(IPage page, IFrameLocator frame, string name)
    {
        await frame.GetByRole(AriaRole.Button, new() { Name = "新建流程" }).ClickAsync();
        var dialog = frame.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).First.FillAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(NewDefinition());
    }

    private static async Task DropTaskAsync(IPage page, IFrameLocator frame)
    {
        await frame.GetByText("基本", new() { Exact = true }).ClickAsync();
        var task = frame.Locator("[draggable=true]").Filter(new() { HasText = "外部任务" }).First;
        var canvas = frame.Locator(".x6-graph-svg").First;
        await SavedAsync(page, () => task.DragToAsync(canvas, new() { TargetPosition = new() { X = 200, Y = 150 } }));
        await frame.Locator(".x6-node").Filter(new() { HasText = "外部任务" }).First.WaitForAsync();
    }

    private static Task SavedAsync(IPage page, Func<Task> act) => page.RunAndWaitForResponseAsync(
        act, response => response is { Ok: true, Request.Method: "POST" } && response.Url.EndsWith(Definitions, StringComparison.Ordinal));

    // Studio's tool buttons have no name, only their picture.
    private static ILocator Button(IFrameLocator frame, string picture) => frame.Locator($"button.mud-icon-button:has(path[d^=\"{picture}\"])").First;

    private static async Task CompleteAsync(HttpClient client, string instanceId)
    {
        var instance = await client.GetFromJsonAsync<JsonElement>($"/elsa/api/workflow-instances/{instanceId}");
        var bookmark = instance.GetProperty("workflowState").GetProperty("bookmarks")[0];
        using var completed = await client.PostAsJsonAsync($"/elsa/api/tasks/{bookmark.GetProperty("payload").GetProperty("taskId").GetString()}/complete", new { result = "ok" });
        completed.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("/workflows/definitions/[0-9a-f]+$")]
    private static partial Regex NewDefinition();
}
