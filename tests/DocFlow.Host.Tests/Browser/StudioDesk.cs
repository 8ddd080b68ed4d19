using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A person's hands in the designer: what is pressed, dragged and typed in its frame.</summary>
internal sealed partial class StudioDesk
{
    private const string Definitions = "/elsa/api/workflow-definitions";

    // Studio's tool buttons have no name, only their picture.
    private const string PublishPicture = "M19.35 10.04";
    private const string MorePicture = "M7 10l5 5 5-5z";

    // Until the page has drawn what it took: what is typed before is drawn over.
    private const string Quiet = "() => new Promise(go => requestIdleCallback(() => requestIdleCallback(go)))";

    // Until a thing has kept its place for half a second of drawn frames: a group that opens shuts another, and all below glides
    // a moment later, so that the hand would take hold of a neighbour.
    private const string Still = """
        thing => new Promise(go => {
          let last = '', frames = 0;
          const look = () => {
            const box = thing.getBoundingClientRect();
            const now = `${box.x} ${box.y} ${box.width} ${box.height}`;
            frames = now === last && box.height > 0 ? frames + 1 : 0;
            last = now;
            frames < 30 ? requestAnimationFrame(look) : go();
          };
          look();
        })
        """;

    private readonly OfficeHost _host;
    private readonly IPage _page;

    // What happened in the page, to be told when it didn't do what was wanted.
    private readonly ConcurrentQueue<string> _diary = new();

    public StudioDesk(OfficeHost host, IPage page)
    {
        (_host, _page, Frame) = (host, page, StudioPagesTests.Frame(page));
        page.FrameNavigated += (_, frame) => _diary.Enqueue($"opened {frame.Url}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" || message.Text.Contains("_blazor", StringComparison.Ordinal))
                _diary.Enqueue($"{message.Type}: {message.Text}");
        };
    }

    public IPage Page => _page;

    public IFrameLocator Frame { get; }

    public ILocator Dialog => Frame.GetByRole(AriaRole.Dialog);

    /// <summary>What hangs open: a menu, or the choices of a drop-down.</summary>
    public ILocator Open => Frame.Locator(".mud-popover-open");

    public ILocator Canvas => Frame.Locator(".x6-graph-svg").First;

    public ILocator Nodes => Frame.Locator(".x6-node");

    public ILocator Rows => Frame.Locator("tbody tr");

    public ILocator Row(string text) => Rows.Filter(new() { HasText = text });

    public ILocator Node(string label) => Nodes.Filter(new() { Has = Frame.GetByText(label, new() { Exact = true }) }).First;

    /// <summary>The panel's tab, by its beginning: some count beside their name.</summary>
    public ILocator Tab(string name) => Frame.GetByRole(AriaRole.Tab, new() { Name = name }).First;

    /// <summary>A field of a panel, by the sentence below it.</summary>
    public ILocator Field(string hint) => Frame.Locator(".mud-input-control").Filter(new() { HasText = hint }).First;

    public async Task OpenListAsync()
    {
        await _page.GotoAsync(_host.Address + "/workflows/definitions");
        await Frame.GetByRole(AriaRole.Button, new() { Name = "新建流程" }).WaitForAsync();
        await Rows.First.WaitForAsync();
    }

    public async Task OpenInstancesAsync()
    {
        await _page.GotoAsync(_host.Address + "/workflows/instances");
        await Rows.First.WaitForAsync();
    }

    public async Task OpenAsync(string definitionId)
    {
        await _page.GotoAsync($"{_host.Address}/workflows/definitions/{definitionId}");
        await Nodes.First.WaitForAsync();
    }

    public async Task ViewAsync(string instanceId)
    {
        await _page.GotoAsync($"{_host.Address}/workflows/instances/{instanceId}");
        await Nodes.First.WaitForAsync();
    }

    /// <summary>Makes a new workflow by the dialog.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateAsync(string? name = null)
    {
        try
        {
            await OpenListAsync();
            await Frame.GetByRole(AriaRole.Button, new() { Name = "新建流程" }).ClickAsync();
            var box = Dialog.GetByRole(AriaRole.Textbox).First;
            // What the program proposes comes a moment later, and would come over what was typed.
            await Assertions.Expect(box).Not.ToHaveValueAsync("");
            if (name is not null)
                await box.FillAsync(name);
            await PressAsync("确定");
            // Not by waiting for the navigation: one that was quicker than the wait would be waited for in vain.
            await Assertions.Expect(_page).ToHaveURLAsync(NewDefinition());
            await Canvas.WaitForAsync();
            return new Uri(_page.Url).Segments[^1];
        }
        catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
        {
            throw new InvalidOperationException($"It was not made, or not opened. The page: {string.Join("; ", _diary)}", exception);
        }
    }

    /// <summary>Drags an activity from its group onto the canvas, where it gets its name and a number.</summary>
    public async Task DropAsync(string group, string activity, int x, int y)
    {
        var item = Frame.Locator("[draggable=true]").Filter(new() { Has = Frame.GetByText(activity, new() { Exact = true }) }).First;
        if (!await item.IsVisibleAsync())
            await Frame.GetByText(group, new() { Exact = true }).ClickAsync();
        await item.ScrollIntoViewIfNeededAsync();
        await item.EvaluateAsync(Still);
        await SavedAsync(() => item.DragToAsync(Canvas, new() { TargetPosition = new() { X = x, Y = y } }));
    }

    /// <summary>A click on an activity, on whatever lies over it: the frame of what is selected, for one.</summary>
    public async Task SelectAsync(string label)
    {
        await Node(label).WaitForAsync();
        var (x, y) = await MiddleAsync(Node(label));
        await _page.Mouse.ClickAsync(x, y);
    }

    /// <summary>Draws a connection with the mouse.</summary>
    public Task ConnectAsync(string from, string exit, string to) => SavedAsync(async () =>
    {
        var (x, y) = await MiddleAsync(Port(from, exit));
        var (endX, endY) = await MiddleAsync(Port(to, "In"));
        await _page.Mouse.MoveAsync(x, y);
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync((x + endX) / 2, (y + endY) / 2, new() { Steps = 4 });
        await _page.Mouse.MoveAsync(endX, endY, new() { Steps = 4 });
        await _page.Mouse.UpAsync();
    });

    /// <summary>Does something and waits until the designer has saved it, and has taken what was saved: it asks for the activities then.</summary>
    public async Task<IResponse> SavedAsync(Func<Task> act)
    {
        var stored = false;
        var taken = _page.WaitForResponseAsync(response => stored && response.Url.Contains("/descriptors/activities?", StringComparison.Ordinal));
        var saved = await _page.RunAndWaitForResponseAsync(
            act,
            response => stored |= response is { Ok: true, Request.Method: "POST" } && response.Url.EndsWith(Definitions, StringComparison.Ordinal));
        await taken;
        await Frame.Locator("body").First.EvaluateAsync(Quiet);
        return saved;
    }

    /// <summary>Presses the publish button, whatever comes of it.</summary>
    public Task PressPublishAsync() => Tool(PublishPicture).ClickAsync();

    public async Task PublishAsync()
    {
        await SavedAsync(() => Tool(PublishPicture).ClickAsync());
        await Frame.GetByText("流程已发布").First.WaitForAsync();
    }

    /// <summary>The menu beside the publish button.</summary>
    public async Task ChooseMoreAsync(string item)
    {
        await Tool(MorePicture).ClickAsync();
        await ChooseAsync(item);
    }

    /// <summary>The menu of a row.</summary>
    public async Task ChooseInRowAsync(ILocator row, string item)
    {
        await row.Locator(".mud-menu button").ClickAsync();
        await ChooseAsync(item);
    }

    public async Task ChooseBulkAsync(string item, params string[] rows)
    {
        foreach (var row in rows)
            await Row(row).Locator("input[type=checkbox]").CheckAsync();
        await Frame.GetByRole(AriaRole.Button, new() { Name = "批量操作" }).ClickAsync();
        await ChooseAsync(item);
    }

    public Task ChooseAsync(string item) => Open.GetByText(item, new() { Exact = true }).ClickAsync();

    /// <summary>Presses a button of the dialog.</summary>
    public Task PressAsync(string button) => Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Exports by a menu and its dialog.</summary>
    /// <returns>The file's bytes.</returns>
    public async Task<byte[]> ExportAsync(Func<Task> choose)
    {
        var download = await _page.RunAndWaitForDownloadAsync(async () =>
        {
            await choose();
            await PressAsync("导出");
        });
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    /// <summary>The stored definition.</summary>
    public async Task<JsonObject> ReadAsync(string definitionId, string version = "Latest") => JsonNode.Parse(
        (await ApiAsync("GET", $"workflow-definitions/by-definition-id/{definitionId}?versionOptions={version}")).GetRawText())!.AsObject();

    /// <summary>A call of the workflow API by the administrator's key: what others do meanwhile.</summary>
    public async Task<JsonElement> ApiAsync(string method, string path, object? body = null)
    {
        using var client = _host.WithKey();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/elsa/api/{path}");
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex("/workflows/definitions/[0-9a-f]{16}$")]
    private static partial Regex NewDefinition();

    private ILocator Tool(string picture) => Frame.Locator($"button.mud-icon-button:has(path[d^=\"{picture}\"])").First;

    private ILocator Port(string node, string name) => Node(node).Locator($"g[port=\"{name}\"] .elsa-designer-port-hit-area");

    private static async Task<(float X, float Y)> MiddleAsync(ILocator what)
    {
        var box = (await what.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
