using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>What somebody is typing when the work goes away.</summary>
public sealed class TypedWorkTests
{
    [Fact]
    public async Task What_was_typed_for_work_that_goes_away_stays_on_the_page_to_copy()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: SeatFateTests holds what is told without a browser.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.DraftAsync(host);
        await using var browser = await OfficeBrowser.StartAsync(host);
        var drafter = await browser.SignInAsync("linzhiyuan");
        await drafter.GotoAsync($"{host.Address}/documents/{id}");
        await drafter.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await drafter.GetByText("正在等待：科室审核（何敏）").WaitForAsync();
        await host.DecideAsync("hemin", id, "同意");
        await host.DecideAsync("zhouyifan", id, "同意");

        // 石磊 types while 白桦 sends it back; what 江月 had not begun, she isn't told of.
        var page = await browser.SignInAsync("shilei");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        await page.GetByLabel("意见", new() { Exact = true }).FillAsync("写了很久的意见。");
        var idle = await browser.SignInAsync("jiangyue");
        await idle.GotoAsync($"{host.Address}/documents/{id}");
        await idle.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).WaitForAsync();
        await host.DecideAsync("baihua", id, "退回", "请先统一口径。");

        var left = page.GetByRole(AriaRole.Region, new() { Name = "没有记录的意见" });
        await left.GetByText("白桦已办理“会签”（退回），本环节已经结束。您已写的内容没有记录，保留在下面，可复制留存。").WaitForAsync();
        Assert.Equal("写了很久的意见。", await left.GetByLabel("已写的内容").InputValueAsync());
        await idle.GetByText("正在等待：拟稿（林知远）").WaitForAsync();
        Assert.Equal(0, await idle.GetByRole(AriaRole.Region, new() { Name = "没有记录的意见" }).CountAsync());
        await left.GetByRole(AriaRole.Button, new() { Name = "不再保留" }).ClickAsync();
        await left.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(browser.ConsoleErrors);
    }
}
