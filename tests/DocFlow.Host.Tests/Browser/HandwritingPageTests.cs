using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A leader writes the opinion by hand on the document's page, and signs.</summary>
[Trait("Journey", "J08")]
public sealed class HandwritingPageTests
{
    [Fact]
    public async Task A_leader_writes_the_opinion_and_signs_and_others_see_it_in_its_place()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks what other tests do over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        foreach (var login in new[] { "hemin", "zhouyifan", "baihua", "shilei", "jiangyue", "zhengliqun", "hansong" })
            await host.DecideAsync(login, id, "同意");
        await host.WaitForSeatAsync("luming", id);
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("luming");
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync($"{host.Address}/documents/{id}");

        await page.GetByRole(AriaRole.Button, new() { Name = "手写意见" }).ClickAsync();
        var area = page.Locator("canvas.pen-area");
        await area.WaitForAsync();
        await page.GetByText("请在框内书写。").WaitForAsync();
        var box = (await area.BoundingBoxAsync())!;
        Assert.True(box.Width > 300 && Math.Abs(box.Width / box.Height - 2) < 0.1 && box.X >= 0 && box.X + box.Width <= 360, $"{box.X} {box.Width} × {box.Height}");
        Assert.Equal("none", await area.EvaluateAsync<string>("area => getComputedStyle(area).touchAction"));
        var finish = page.GetByRole(AriaRole.Button, new() { Name = "完成" });
        Assert.True(await finish.IsDisabledAsync());
        await StrokeAsync(page, box, (0.1f, 0.3f), (0.3f, 0.3f), (0.2f, 0.6f));
        await StrokeAsync(page, box, (0.4f, 0.3f), (0.6f, 0.6f));
        await StrokeAsync(page, box, (0.05f, 0.9f), (0.95f, 0.9f));
        await page.GetByText("已写3笔").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销一笔" }).ClickAsync();
        await page.GetByText("已写2笔").WaitForAsync();
        await finish.ClickAsync();
        await page.GetByAltText("您的手写意见，2笔").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the phone.");

        await page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定签发" }).ClickAsync();
        await page.GetByText("正在等待：复核").WaitForAsync();

        var shown = page.GetByAltText(new System.Text.RegularExpressions.Regex("^陆明 .+ 的手写意见$"));
        await shown.ScrollIntoViewIfNeededAsync();
        Assert.True(await shown.EvaluateAsync<bool>("async image => { await image.decode(); return image.clientWidth > 30 && image.clientHeight > 20; }"), "The handwriting isn't shown.");
        Assert.Empty(browser.ConsoleErrors);
    }

    private static async Task StrokeAsync(IPage page, LocatorBoundingBoxResult box, params (float X, float Y)[] way)
    {
        (float X, float Y) At((float X, float Y) part) => (box.X + part.X * box.Width, box.Y + part.Y * box.Height);
        var (x, y) = At(way[0]);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        foreach (var (toX, toY) in way.Skip(1).Select(At))
            await page.Mouse.MoveAsync(toX, toY, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }
}
