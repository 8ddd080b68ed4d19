using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>意见采纳情况 on the document's page.</summary>
[Trait("Journey", "J05")]
public sealed class OpinionCardTests
{
    [Fact]
    public async Task The_drafter_answers_on_the_page_and_others_only_read()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: PaperFileTests answers opinions over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        await host.DecideAsync("hemin", id, "同意");
        await host.DecideAsync("zhouyifan", id, "同意");
        await host.DecideAsync("shilei", id, "同意", "建议在（二）后增加“并附会议预算”。");
        await host.DecideAsync("baihua", id, "同意");
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("linzhiyuan");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        var card = page.GetByRole(AriaRole.Region, new() { Name = "意见采纳情况" });

        await card.GetByText("还有1条意见待答复").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "不采纳", Exact = true }).ClickAsync();
        await card.GetByRole(AriaRole.Alert).Filter(new() { HasText = "不采纳须写明理由" }).WaitForAsync();
        await card.GetByLabel("理由").FillAsync("预算由承办单位另报。");
        await card.GetByLabel("理由").BlurAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "不采纳", Exact = true }).ClickAsync();
        await card.GetByText("林知远").And(card.GetByRole(AriaRole.Status)).WaitForAsync();
        await card.GetByText("还有1条意见待答复").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        var other = await browser.SignInAsync("shilei");
        await other.GotoAsync($"{host.Address}/documents/{id}");
        var read = other.GetByRole(AriaRole.Region, new() { Name = "意见采纳情况" });
        await read.GetByText("预算由承办单位另报。").WaitForAsync();
        await Assertions.Expect(read.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Empty(browser.ConsoleErrors);
    }
}
