using DocFlow.Host.Tests.Procedures;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>考核得分 and 流程分析 on their pages: a half point that opens its event and is corrected, and what was done beside what was drawn.</summary>
public sealed class AnalysisPageTests
{
    [Fact]
    [Trait("Journey", "J22")]
    [Trait("Journey", "J26")]
    public async Task A_score_opens_its_events_and_is_corrected_and_a_procedures_real_path_stands_beside_its_design()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks through what AssessmentTests and ProcessAnalysisTests play over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-11-16T09:00:00+08:00" }));
        await Procedure.BringAsync(host, "zero-error", "information-report", "supervision-part");
        var notice = await Notice.StartAsync(host);
        await host.DecideAsync("hemin", notice, "退回", "附件缺表头。");
        await host.DecideAsync("linzhiyuan", notice, "送审");
        await Procedure.MoveClockAsync(host, "2026-11-17T11:00:00+08:00");
        await host.DecideAsync("hemin", notice, "同意");
        await Procedure.MoveClockAsync(host, "2026-12-01T09:00:00+08:00");
        await host.PostAsync("dingyi", "/api/assessment/periods/2026-11/scores", new { people = new[] { await Procedure.PersonAsync(host, "林知远"), await Procedure.PersonAsync(host, "何敏") } });
        await using var browser = await OfficeBrowser.StartAsync(host);

        var page = await browser.SignInAsync("dingyi");
        await page.GetByRole(AriaRole.Link, new() { Name = "考核得分", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "林知远" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "林知远 2026年11月 得分 99.5" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更正：《" }).First.ClickAsync();
        await page.GetByLabel("不计入“退文”的理由").FillAsync("核实为模板问题。");
        await page.GetByRole(AriaRole.Button, new() { Name = "更正并重算" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "已更正：99.5 → 100" }).WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "更正记录" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.GotoAsync($"{host.Address}/assessment/formulas");
        await page.GetByLabel("执行的首月").FillAsync("2026-12");
        await page.GetByLabel("每行一项").FillAsync("总分＝100 ÷ 退文");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查", Exact = true }).ClickAsync();
        await page.GetByText("除数为0（退文）").WaitForAsync();

        page = await browser.SignInAsync("hemin");
        await page.GotoAsync($"{host.Address}/analysis/policy-document?period=2026-11&before=2026-10&after=2026-11&items=5");
        await page.GetByRole(AriaRole.Img, new() { Name = "发文办理的设计路径" }).WaitForAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "发文办理的实际路径" }).WaitForAsync();
        foreach (var bars in new[] { "各环节的等待和办理时长（中位数）", "各环节的退回率" })
            await page.GetByRole(AriaRole.Figure, new() { Name = bars }).Locator("svg").First.WaitForAsync();
        await page.GetByText("图中的数字").ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "返工" }).WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "优化前后对照" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "退回率" })).ToContainTextAsync("—");
        await page.GetByText("最近1件").WaitForAsync();
        Assert.Empty(browser.ConsoleErrors);
    }
}
