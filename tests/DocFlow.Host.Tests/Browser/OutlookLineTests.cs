using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>下一步 beside the acts on the document's page.</summary>
public sealed class OutlookLineTests
{
    [Fact]
    public async Task Before_pressing_the_page_says_where_each_answer_leads()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: OutlookTests holds the same answers without a browser.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.DraftAsync(host);
        await using var browser = await OfficeBrowser.StartAsync(host);
        var drafter = await browser.SignInAsync("linzhiyuan");
        await drafter.GotoAsync($"{host.Address}/documents/{id}");
        await Line(drafter).GetByText("送审：送 科室审核（何敏）").WaitForAsync();
        await drafter.GetByRole(AriaRole.Button, new() { Name = "送审", Exact = true }).ClickAsync();
        await drafter.GetByText("正在等待：科室审核（何敏）").WaitForAsync();
        await host.DecideAsync("hemin", id, "同意");

        var page = await browser.SignInAsync("zhouyifan");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        await Line(page).GetByText("同意：送 会签（白桦、石磊、江月，都要办理）").WaitForAsync();
        await Line(page).GetByText("退回：送 拟稿（林知远）").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("退回：送 拟稿（林知远）").WaitForAsync();
        await dialog.GetByLabel("科室审核").CheckAsync();
        await dialog.GetByText("退回：送 科室审核（何敏）").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "再看看" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await page.GetByText("正在等待：会签（白桦）").WaitForAsync();
        var cosigner = await browser.SignInAsync("baihua");
        await cosigner.GotoAsync($"{host.Address}/documents/{id}");
        await Line(cosigner).GetByText("同意：还等石磊、江月办理本环节").WaitForAsync();
        Assert.Empty(browser.ConsoleErrors);
    }

    private static ILocator Line(IPage page) => page.GetByRole(AriaRole.List, new() { Name = "下一步" });
}
