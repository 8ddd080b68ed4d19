using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The designer behind a reverse proxy: nothing goes past it.</summary>
public sealed class StudioProxyTests
{
    private const string Prefix = "/docflow";

    [Fact]
    public async Task Behind_a_proxy_that_takes_a_prefix_off_lists_canvas_and_live_updates_work()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it drives a browser.");
        StudioPagesTests.SkipWithoutParts();
        await using var host = await OfficeHost.StartAsync();
        await using var proxy = await ReverseProxy.StartAsync(host.Address, Prefix);
        await using var browser = await OfficeBrowser.StartAsync(host, Prefix, proxy.Address);
        var page = await browser.SignInAsync("luoyu");
        var sockets = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        var desk = new StudioDesk(host, page);
        await desk.ApiAsync("POST", "workflow-definitions", """
            {"model":{"definitionId":"waits","name":"等待","root":{"id":"chart","type":"Elsa.Flowchart","version":1,"activities":[
             {"id":"task","name":"办理","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"办理"}},"metadata":{"designer":{"position":{"x":0,"y":0},"size":{"width":180,"height":54}}}}],"connections":[]}},"publish":true}
            """);
        var state = (await desk.ApiAsync("POST", "workflow-definitions/waits/execute", new { })).GetProperty("workflowState");

        await page.GetByRole(AriaRole.Link, new() { Name = "流程设计", Exact = true }).ClickAsync();
        await desk.Row("waits").GetByText("等待").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{proxy.Address}{Prefix}/workflows/definitions/waits");
        await desk.Nodes.First.WaitForAsync();
        await page.GotoAsync($"{proxy.Address}{Prefix}/workflows/instances/{state.GetProperty("id").GetString()}");
        await desk.Nodes.First.WaitForAsync();
        await desk.Frame.GetByText("等待办理").First.WaitForAsync();
        await desk.ApiAsync("POST", $"tasks/{state.GetProperty("bookmarks")[0].GetProperty("payload").GetProperty("taskId").GetString()}/complete", new { result = "ok" });

        // Nobody reloads the page: the hub tells it.
        await desk.Frame.GetByText("已完成").First.WaitForAsync();
        Assert.Contains(sockets, socket => socket.Contains($"{Prefix}/elsa/hubs/workflow-instance", StringComparison.Ordinal));
        Assert.All(sockets, socket => Assert.StartsWith($"ws{proxy.Address[4..]}{Prefix}/", socket, StringComparison.Ordinal));
        Assert.Empty(browser.OutsideRequests);
        Assert.Empty(browser.ConsoleErrors);
    }
}
