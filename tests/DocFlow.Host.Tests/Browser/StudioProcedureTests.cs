using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The designer and the office together: a chart moves, a run is looked into.</summary>
public sealed class StudioProcedureTests(StudioRoom room) : IClassFixture<StudioRoom>
{
    [Fact]
    public async Task The_chart_beside_a_document_moves_when_somebody_else_agrees()
    {
        StudioPagesTests.SkipWithoutParts();
        var host = room.Host;
        var document = await Notice.StartAsync(host);
        await host.WaitForSeatAsync("hemin", document);
        var page = await room.Browser.SignInAsync("linzhiyuan");
        await page.GotoAsync($"{host.Address}/documents/{document}");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看流程图" }).ClickAsync();
        var desk = new StudioDesk(host, page);
        await Badge(desk, "科室审核").WaitForAsync();
        Assert.Equal(0, await Badge(desk, "办公室核稿").CountAsync());

        await host.DecideAsync("hemin", document, "同意");

        // Nobody reloads or presses anything here.
        await Badge(desk, "办公室核稿").WaitForAsync();
        await page.Context.CloseAsync();
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    [Fact]
    public async Task The_viewer_shows_journal_variables_and_what_went_wrong()
    {
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        await desk.ApiAsync("POST", "workflow-definitions", """
            {"model":{"definitionId":"counts","name":"点数","variables":[{"id":"v1","name":"件数","typeName":"Int32","value":"3","storageDriverTypeName":"WorkflowInstanceStorageDriver"}],
             "root":{"id":"chart","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"set","name":"记数","type":"Elsa.SetVariable","version":1,"variable":{"id":"v1","name":"件数"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"getVariable('件数') + 4"}},"metadata":{"designer":{"position":{"x":0,"y":0},"size":{"width":200,"height":54}}}},
              {"id":"break","name":"算错","type":"Elsa.RunJavaScript","version":1,"script":{"typeName":"String","expression":{"type":"Literal","value":"throw new Error('份数不符')"}},"metadata":{"designer":{"position":{"x":300,"y":0},"size":{"width":200,"height":54}}}}],
             "connections":[{"source":{"activity":"set","port":"Done"},"target":{"activity":"break","port":"In"}}]}},"publish":true}
            """);
        using var client = room.Host.WithKey();
        // A run that faults is answered with 500 and its state, as by Elsa.
        using var run = await client.PostAsync("/elsa/api/workflow-definitions/counts/execute", null);
        var instance = run.Headers.GetValues("x-elsa-workflow-instance-id").Single();

        await desk.ViewAsync(instance);

        await desk.Frame.GetByText("设置变量 - 已完成").WaitForAsync();
        await desk.Frame.GetByText("运行脚本 - 出错").WaitForAsync();
        await desk.Tab("异常").ClickAsync();
        await desk.Frame.GetByText("份数不符").First.WaitForAsync();
        await desk.Tab("变量").ClickAsync();
        var row = desk.Row("件数");
        await row.WaitForAsync();
        Assert.Contains("7", await row.InnerTextAsync(), StringComparison.Ordinal);
        await desk.Tab("输入输出").WaitForAsync();
        Assert.Equal(0, await desk.Frame.GetByText("结构化日志").Filter(new() { Visible = true }).CountAsync());
        Assert.Empty(room.Browser.ConsoleErrors);
    }

    private static ILocator Badge(StudioDesk desk, string node) => desk.Node(node).Locator(".mud-badge");
}
