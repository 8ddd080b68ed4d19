using DocFlow.Host.Tests.Procedures;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>督查督办 on its pages: the form, the list of tasks, and the whole chain on one page.</summary>
public sealed class SupervisionPageTests
{
    [Fact]
    [Trait("Journey", "J16")]
    public async Task A_supervision_is_started_and_split_on_pages_and_its_chain_is_one_page()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks through what SupervisionTests plays over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(host, "supervision", "supervision-part");
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("tangning");
        await page.GotoAsync($"{host.Address}/procedures/supervision/start");
        await page.GetByLabel("督查事项（必填）").FillAsync("会议费用压减");
        await page.GetByLabel("立项来源（必填）").FillAsync("会议议定");
        await page.GetByLabel("督查要求（必填）").FillAsync("逐项核减会议费用。");
        await page.GetByLabel("督查要求（必填）").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/documents/*");
        var id = page.Url.Split('/')[^1];
        await Procedure.DecideAsync(host, "zhengliqun", id, "同意立项");

        // The empty table opens with what the matter says already, and takes a second row.
        var first = page.GetByRole(AriaRole.Region, new() { Name = "任务清单第1行", Exact = true });
        await Assertions.Expect(first.GetByLabel("任务（必填）")).ToHaveValueAsync("会议费用压减");
        await FillAsync(first, "核减全县性会议", "青禾县委办公室");
        await page.GetByRole(AriaRole.Button, new() { Name = "增加一行" }).ClickAsync();
        await FillAsync(page.GetByRole(AriaRole.Region, new() { Name = "任务清单第2行", Exact = true }), "核对会议预算", "市财政局");
        await page.GetByRole(AriaRole.Button, new() { Name = "交办", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "督办通知单 PDF" }).WaitForAsync();
        await Procedure.DecideAsync(host, "guchen", id, "用印");

        await page.GetByRole(AriaRole.Link, new() { Name = "全链", Exact = true }).ClickAsync();
        foreach (var (task, holder) in new[] { ("核减全县性会议", "签收（夏禾）"), ("核对会议预算", "签收（石磊）") })
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = task }).Filter(new() { HasText = holder }).Filter(new() { HasText = "督办通知单" }).WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        Assert.Empty(browser.ConsoleErrors);
    }

    private static async Task FillAsync(ILocator row, string task, string unit)
    {
        await row.GetByLabel("任务（必填）").FillAsync(task);
        await row.GetByLabel("牵头单位（必填）").SelectOptionAsync(new SelectOptionValue { Label = unit });
        await row.GetByRole(AriaRole.Checkbox, new() { Name = unit, Exact = true }).CheckAsync();
    }
}
