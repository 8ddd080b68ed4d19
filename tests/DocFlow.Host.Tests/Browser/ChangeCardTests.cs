using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>修改对照 on the document's page: the drafter takes and refuses single changes, others only see them.</summary>
[Trait("Journey", "J04")]
public sealed class ChangeCardTests
{
    [Fact]
    public async Task The_drafter_refuses_one_change_with_a_reason_and_who_approved_before_sees_the_alarm()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it drives a browser.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        await host.DecideAsync("hemin", id, "同意");
        await host.WaitForSeatAsync("zhouyifan", id);
        var draft = await host.ReadAsync("zhouyifan", $"/api/documents/{id}/draft");
        using (var saved = await host.As("zhouyifan").PutAsync($"/api/documents/{id}/draft", System.Net.Http.Json.JsonContent.Create(new
        {
            source = Notice.Source.Replace("每月第二周", "原则上每月第三周", StringComparison.Ordinal), version = draft.GetProperty("version").GetInt32(), cosigningUnitIds = draft.GetProperty("cosigningUnitIds"),
        })))
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        await host.DecideAsync("zhouyifan", id, "退回", "请核对。");
        await using var browser = await OfficeBrowser.StartAsync(host);

        var other = await browser.SignInAsync("hemin");
        await other.GotoAsync($"{host.Address}/documents/{id}");
        var read = other.GetByRole(AriaRole.Region, new() { Name = "修改对照" });
        await read.GetByText("改动了含义：义务：增加“原则上”，要求变宽。").WaitForAsync();
        await Assertions.Expect(read.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        var page = await browser.SignInAsync("linzhiyuan");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        var card = page.GetByRole(AriaRole.Region, new() { Name = "修改对照" });
        await card.GetByText("周亦凡（核稿）").First.WaitForAsync();
        var first = card.GetByRole(AriaRole.Group, new() { Name = "第1处修改的取舍" });
        await first.GetByRole(AriaRole.Button, new() { Name = "不接受" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "确定取舍" }).ClickAsync();
        await card.GetByRole(AriaRole.Alert).Filter(new() { HasText = "第1处不接受，须写明理由" }).WaitForAsync();
        await card.GetByLabel("第1处不接受的理由").FillAsync("“无会周”是硬要求。");
        await card.GetByLabel("第1处不接受的理由").BlurAsync();
        await card.GetByText("不接受1处；形成新的一稿。").WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "确定取舍" }).ClickAsync();

        await page.GetByText("取舍修改").First.WaitForAsync();
        Assert.Contains("\n每月第三周为", (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("sourceText").GetString(), StringComparison.Ordinal);
        Assert.Empty(browser.ConsoleErrors);
    }
}
