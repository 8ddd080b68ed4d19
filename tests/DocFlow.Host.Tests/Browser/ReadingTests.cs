using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>Passing round, the bell, following, urging, seats that are added and taken out, and delegating, by clicking in the system's Chromium.</summary>
[Trait("Journey", "J06")]
[Trait("Journey", "J11")]
public sealed class ReadingTests
{
    private const string Title = "中共云河市委办公室关于开展“无会周”活动的通知";

    [Fact]
    public async Task A_document_is_passed_round_read_and_followed_and_a_countersigner_is_added_and_taken_out_by_clicking()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: ReadingSuite, CirculationSuite and WithdrawnSeatTests do the same without a browser.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var id = await Notice.StartAsync(host);
        await host.WaitForSeatAsync("hemin", id);

        var drafter = await browser.SignInAsync("linzhiyuan");
        await drafter.GotoAsync($"{host.Address}/documents/{id}");
        await PassRoundAsync(drafter);
        await ReadAsync(browser, host);
        await drafter.GetByLabel("传阅", new() { Exact = true }).GetByText("已阅1人，共2人").WaitForAsync();
        await EndAsync(drafter);
        await drafter.GetByRole(AriaRole.Button, new() { Name = "关注", Exact = true }).ClickAsync();
        await drafter.GetByRole(AriaRole.Button, new() { Name = "已关注" }).WaitForAsync();

        await host.DecideAsync("hemin", id, "同意");
        await host.DecideAsync("zhouyifan", id, "同意");
        await host.WaitForSeatAsync("shilei", id);
        await SeeProgressAsync(drafter, host, id);
        await AddAndTakeOutAsync(browser, host, id);
        await ReturnAsync(browser, host, id);
        await DelegateAsync(browser);
        Assert.Empty(browser.ConsoleErrors);
    }

    // To a person who is searched for and to a whole unit.
    private static async Task PassRoundAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "传阅", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("按姓名、单位或职务查找").FillAsync("丁一");
        await dialog.GetByLabel("何敏").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await dialog.GetByLabel("丁一").CheckAsync();
        await dialog.GetByLabel("按姓名、单位或职务查找").FillAsync("");
        await dialog.Locator("fieldset").Filter(new() { HasText = "市委宣传部" }).GetByLabel("整个单位").CheckAsync();
        await dialog.GetByLabel("传阅说明").FillAsync("请于本周内阅。");
        await dialog.GetByText("2人将收到通知").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "传阅", Exact = true }).ClickAsync();
        var card = page.GetByLabel("传阅", new() { Exact = true });
        await card.GetByText("已阅0人，共2人").WaitForAsync();
        Assert.Equal(["丁一", "梁书"], (await card.Locator(".readers li").AllInnerTextsAsync()).Select(text => text.Split(' ', '\n')[1]));
    }

    // The bell tells of it; opening it marks it as read.
    private static async Task ReadAsync(OfficeBrowser browser, OfficeHost host)
    {
        var page = await browser.SignInAsync("dingyi");
        await page.GetByRole(AriaRole.Link, new() { Name = "待阅1" }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "请于本周内阅。" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "通知，1条未读" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "最近的通知" }).GetByText($"林知远请您传阅《{Title}》。请于本周内阅。").ClickAsync();
        await page.GetByText("林知远 请您传阅").WaitForAsync();
        await page.GetByLabel("阅办意见").FillAsync("已知悉，请综合科阅办。");
        await page.GetByLabel("阅办意见").PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "写入意见" }).ClickAsync();
        await page.GetByLabel("办理过程").GetByText("已知悉，请综合科阅办。").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "通知，没有未读" }).WaitForAsync();
        await page.GotoAsync(host.Address + "/reading?tab=read");
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task EndAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "结束传阅" }).ClickAsync();
        await page.GetByText("还有1人未阅：梁书。").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定结束" }).ClickAsync();
        await page.GetByLabel("办理过程").GetByText("未阅：梁书").WaitForAsync();
    }

    // A follower hears of the steps that were done, and finds where the document is.
    private static async Task SeeProgressAsync(IPage page, OfficeHost host, string id)
    {
        await page.GotoAsync(host.Address + "/notices");
        await page.GetByText($"您关注的《{Title}》有进展：“办公室核稿”已办，结果为“同意”。").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "全部已读" }).ClickAsync();
        await page.GetByText("未读", new() { Exact = true }).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByRole(AriaRole.Link, new() { Name = "关注", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = Title });
        await row.GetByText("白桦、石磊、江月").WaitForAsync();
        await page.GotoAsync($"{host.Address}/documents/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("江月").CheckAsync();
        await dialog.GetByLabel("催办内容").FillAsync("请于今日下班前办理。");
        await dialog.GetByText("江月将收到催办通知").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await page.GetByLabel("办理过程").GetByText("请于今日下班前办理。").WaitForAsync();
    }

    private static async Task AddAndTakeOutAsync(OfficeBrowser browser, OfficeHost host, string id)
    {
        var page = await browser.SignInAsync("baihua");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await page.GetByText("加签…").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        // By the post: who that is stands beside it and is named before the press.
        await dialog.GetByLabel("按职责、科室或岗位选").SelectOptionAsync(new SelectOptionValue { Label = "市委宣传部办公室主任：梁书" });
        await Assertions.Expect(dialog.GetByLabel("梁书")).ToBeCheckedAsync();
        await dialog.GetByLabel("理由").FillAsync("涉及宣传口径。");
        await dialog.GetByText("梁书（市委宣传部办公室主任）与您同时办理“会签”，都办完后送下一步。").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "加签", Exact = true }).ClickAsync();
        await page.GetByLabel("办理过程").GetByText("涉及宣传口径。").WaitForAsync();
        await page.GetByText("会签（梁书）").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await page.GetByText("减签…").ClickAsync();
        await dialog.GetByLabel("梁书").CheckAsync();
        await dialog.GetByLabel("理由").FillAsync("不涉及宣传口径。");
        await dialog.GetByText("梁书不再办理“会签”").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "减签", Exact = true }).ClickAsync();
        await page.GetByLabel("办理过程").GetByText("不涉及宣传口径。").WaitForAsync();
        await page.GetByText("会签（梁书）").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Context.CloseAsync();
    }

    // What a return does to the others is said before it is done.
    private static async Task ReturnAsync(OfficeBrowser browser, OfficeHost host, string id)
    {
        var page = await browser.SignInAsync("shilei");
        await page.GotoAsync($"{host.Address}/documents/{id}");
        await page.GetByLabel("意见", new() { Exact = true }).FillAsync("请附会议预算。");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await page.GetByLabel("办公室核稿").WaitForAsync();
        await page.GetByText("白桦、江月未办的“会签”一并取消").WaitForAsync();
        await page.GetByLabel("退文类别").SelectOptionAsync("附件缺漏或有误");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定退回" }).ClickAsync();
        await page.GetByText("正在等待：").And(page.GetByText("（林知远）")).WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task DelegateAsync(OfficeBrowser browser)
    {
        var page = await browser.SignInAsync("jiangyue");
        await page.GetByRole(AriaRole.Link, new() { Name = "委托代理" }).ClickAsync();
        await page.GetByText("您还没有委托过别人").WaitForAsync();
        await page.GetByLabel("梁书").CheckAsync();
        var end = await page.GetByLabel("开始日期").InputValueAsync();
        await page.GetByLabel("结束日期（含当日）").FillAsync(end);
        await page.GetByLabel("事由").FillAsync("外出学习");
        await page.GetByText("期间您的待办由梁书代为办理").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "委托", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "代理中" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定撤销" }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "已结束" }).WaitForAsync();
        await page.Context.CloseAsync();
    }
}
