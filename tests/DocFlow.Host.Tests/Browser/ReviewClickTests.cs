using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>J04 to J10 by clicking, on the journeys' own days: one notice, each with its own person's window.</summary>
public sealed partial class ReviewClickTests : IAsyncDisposable
{
    private const string Title = "中共云河市委办公室关于开展“无会周”活动的通知";

    private const string Source = """
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于开展“无会周”活动的通知
        主送: [各县（区）委办公室]
        抄送: [市人大常委会办公室]
        印发机关: 中共云河市委办公室
        附件:
          - 标题: 2026年12月“无会周”工作安排表
            正文: |
              | 日期 | 地点 |
              |---|---|
              | 12月7日 | 一号会议室 |
        ---
        为进一步精简会议，经研究，决定开展“无会周”活动。现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。
        二、有关要求
        （一）“无会周”期间，除紧急和突发事项外，原则上不召开全市性会议。
        （二）确需召开的，由承办单位提前3个工作日报市委办公室审核。
        """;

    private readonly string? _pictures = Environment.GetEnvironmentVariable("DOCFLOW_TEST_PICTURES");
    private OfficeHost _host = null!;
    private OfficeBrowser _browser = null!;
    private string _id = "";

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Fact]
    [Trait("Journey", "J04")]
    [Trait("Journey", "J05")]
    [Trait("Journey", "J06")]
    [Trait("Journey", "J07")]
    [Trait("Journey", "J08")]
    [Trait("Journey", "J09")]
    [Trait("Journey", "J10")]
    public async Task A_notice_walks_the_seven_journeys_by_clicking()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: one document through seven journeys in a browser.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-11-26T09:00:00+08:00" }));
        _browser = await OfficeBrowser.StartAsync(_host);
        _id = await StartAsync();

        await CheckAsync();
        await CountersignAsync();
        await CountReturnsAsync();
        await ReturnWhileCountersigningAsync();
        await ReturnStraightAsync();
        await SignAsync();
        await IssueAsync();
        await ReceiveAndCorrectAsync();
        Assert.Empty(_browser.ConsoleErrors);
    }

    // J04: 何敏 agrees; 周亦凡 changes a word, notes something on （二） and returns; 林知远 takes the change, answers the note and sends it again.
    private async Task CheckAsync()
    {
        await PressAsync("hemin", "同意");
        var page = await OpenAsync("zhouyifan");
        await page.GetByRole(AriaRole.Link, new() { Name = "修改文稿" }).ClickAsync();
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文", Exact = true });
        await Assertions.Expect(text).Not.ToHaveValueAsync("");
        await text.FillAsync((await text.InputValueAsync()).Replace("原则上不召开", "不召开", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并返回公文" }).ClickAsync();
        var notes = Card(page, "批注");
        await notes.GetByLabel("段落").WaitForAsync();
        await notes.GetByLabel("段落").SelectOptionAsync(new SelectOptionValue { Label = (await notes.GetByLabel("段落").Locator("option").AllInnerTextsAsync()).Single(option => option.Contains("（二）确需召开", StringComparison.Ordinal)) });
        await notes.GetByText("由承办单位提前3个工作日报市委办公室审核。").Last.WaitForAsync();
        await notes.GetByLabel("批注内容").FillAsync("请核对报审时限。");
        await notes.GetByRole(AriaRole.Button, new() { Name = "加批注" }).ClickAsync();
        await notes.GetByRole(AriaRole.Cell, new() { Name = "请核对报审时限。" }).WaitForAsync();
        await PictureAsync(page, "j04-note");
        await page.GetByLabel("意见", new() { Exact = true }).FillAsync("见批注。");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "确定退回" })).ToBeDisabledAsync();
        await page.GetByLabel("退文类别").SelectOptionAsync("内容表述不准确");
        await PictureAsync(page, "j04-return");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定退回" }).ClickAsync();
        await page.GetByText("正在等待：拟稿（林知远）").WaitForAsync();
        await page.Context.CloseAsync();

        page = await OpenAsync("linzhiyuan");
        var changes = Card(page, "修改对照");
        await changes.GetByText("义务：删去“原则上”，要求变严。").First.WaitForAsync();
        await changes.GetByText("周亦凡（核稿）").First.WaitForAsync();
        await changes.GetByRole(AriaRole.Button, new() { Name = "确定取舍" }).ClickAsync();
        await page.GetByText("取舍修改").First.WaitForAsync();
        notes = Card(page, "批注");
        await notes.GetByText("还有1条批注待答复").WaitForAsync();
        await notes.GetByRole(AriaRole.Button, new() { Name = "不采纳", Exact = true }).ClickAsync();
        await notes.GetByRole(AriaRole.Alert).Filter(new() { HasText = "不采纳须写明理由" }).WaitForAsync();
        await notes.GetByLabel("理由").FillAsync("3个工作日是既有规定。");
        await notes.GetByRole(AriaRole.Button, new() { Name = "不采纳", Exact = true }).ClickAsync();
        await notes.GetByText("还有1条批注待答复").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await PictureAsync(page, "j04-drafter");
        await PressOnAsync(page, "送审");
        await page.GetByText("正在等待：科室审核（何敏）").WaitForAsync();
        var trace = await page.GetByRole(AriaRole.Region, new() { Name = "办理过程" }).InnerTextAsync();
        var at = 0;
        foreach (var act in new[] { "送审", "同意", "批注", "退回", "取舍修改", "不采纳", "送审" })
            Assert.True((at = trace.IndexOf(act, at, StringComparison.Ordinal)) >= 0, $"{act} is missing or out of order in: {trace}");
        foreach (var (name, length) in new[] { ("发文稿纸 PDF", 1), ("办理过程表 PDF", 1), ("花脸稿 PDF", 1) })
            Assert.Equal(length, await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(name) }).CountAsync());
        await OpenRedlinesAsync(page);
        await page.Context.CloseAsync();
    }

    // J05: three are asked on Thursday at ten; 江月 is silent, reminded on the 30th and closed by rule on the 1st at 17:31.
    private async Task CountersignAsync()
    {
        await PressAsync("hemin", "同意");
        await ClockAsync("2026-11-26T10:00:00+08:00");
        await PressAsync("zhouyifan", "同意");
        await PressAsync("baihua", "同意");
        await ClockAsync("2026-11-27T10:00:00+08:00");
        await PressAsync("shilei", "同意", "建议在（二）后增加“并附会议预算”。");
        var page = await OpenAsync("jiangyue");
        await page.GetByText("12月1日").First.WaitForAsync();
        await page.Context.CloseAsync();
        await ClockAsync("2026-11-30T09:00:00+08:00");
        page = await _browser.SignInAsync("jiangyue");
        await page.GotoAsync($"{_host.Address}/notices");
        await page.GetByText("请于2026年12月1日17:30前办理").First.WaitForAsync();
        await page.Context.CloseAsync();
        await ClockAsync("2026-12-01T17:30:00+08:00");
        page = await OpenAsync("linzhiyuan");
        await page.GetByText("正在等待：会签（江月）").WaitForAsync();
        await ClockAsync("2026-12-01T17:32:00+08:00");
        await page.GetByText("正在等待：主任审核（郑立群）").WaitForAsync();
        var trace = page.GetByRole(AriaRole.Region, new() { Name = "办理过程" });
        await trace.GetByText("逾期未反馈，按规定视为无意见（系统）").WaitForAsync();
        var opinions = Card(page, "意见采纳情况");
        var units = await opinions.Locator("tbody tr td:first-child").AllInnerTextsAsync();
        Assert.Equal(["市委组织部", "市财政局", "市行政审批局"], units.Select(cell => cell.Split('\n')[0]).Take(3));
        await opinions.GetByText("系统自动").WaitForAsync();
        await opinions.GetByLabel("理由").First.FillAsync("预算由承办单位另报。");
        await opinions.GetByLabel("理由").First.BlurAsync();
        await opinions.GetByRole(AriaRole.Button, new() { Name = "不采纳", Exact = true }).First.ClickAsync();
        await opinions.GetByText("林知远").And(opinions.GetByRole(AriaRole.Status)).First.WaitForAsync();
        await PictureAsync(page, "j05-opinions");
        await ReadOrderAsync(page);
        await page.Context.CloseAsync();
    }

    // The one return so far is counted for its drafter, with its category.
    private async Task CountReturnsAsync()
    {
        var page = await _browser.SignInAsync("zhengliqun");
        await page.GetByRole(AriaRole.Link, new() { Name = "退文统计" }).ClickAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = "林知远（秘书一科） 1 1" }).WaitForAsync();
        await page.GetByLabel("统计方式").SelectOptionAsync(new SelectOptionValue { Label = "按类别" });
        await page.GetByRole(AriaRole.Row, new() { Name = "内容表述不准确 1 1" }).WaitForAsync();
        await PictureAsync(page, "j04-returns");
        var sheet = await page.Context.APIRequest.GetAsync($"{_host.Address}/api/returns/file?format=xlsx&year=2026&group=Category");
        Assert.Equal(200, sheet.Status);
        await page.Context.CloseAsync();
    }

    // J06: on a second notice, whose countersigning is still open.
    private async Task ReturnWhileCountersigningAsync()
    {
        var first = _id;
        _id = await StartAsync();
        await PressAsync("hemin", "同意");
        await PressAsync("zhouyifan", "同意");
        var page = await OpenAsync("zhengliqun");
        await page.GetByRole(AriaRole.Button, new() { Name = "增加会签" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("梁书").CheckAsync();
        await dialog.GetByLabel("理由").FillAsync("涉及宣传口径。");
        await PictureAsync(page, "j06-add");
        await dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
        await page.GetByText("会签（梁书）").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await page.GetByText("减签…").ClickAsync();
        await dialog.GetByLabel("梁书").CheckAsync();
        await dialog.GetByLabel("理由").FillAsync("已口头征求。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "减签", Exact = true }).ClickAsync();
        await page.GetByText("会签（梁书）").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByLabel("办理过程").GetByText("已口头征求。").WaitForAsync();
        await page.Context.CloseAsync();

        await PressAsync("baihua", "同意", "无不同意见。");
        page = await OpenAsync("shilei");
        await page.GetByLabel("意见", new() { Exact = true }).FillAsync("请补充预算。");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await page.GetByText("江月未办的“会签”一并取消").WaitForAsync();
        await page.GetByLabel("退文类别").SelectOptionAsync("附件缺漏或有误");
        await PictureAsync(page, "j06-return");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定退回" }).ClickAsync();
        await page.GetByText("正在等待：拟稿（林知远）").WaitForAsync();
        var trace = page.GetByRole(AriaRole.Region, new() { Name = "办理过程" });
        var acts = await trace.InnerTextAsync();
        Assert.All(new[] { "加签", "减签", "无不同意见。", "涉及宣传口径。", "加签：梁书（市委宣传部办公室主任）", "减签：梁书（市委宣传部办公室主任）" }, words => Assert.Contains(words, acts, StringComparison.Ordinal));
        await page.Context.CloseAsync();
        await _host.PostAsync("linzhiyuan", $"/api/documents/{_id}/void", new { reason = "并入前一件。" });
        _id = first;
    }

    // J07: 韩松 returns for a revision that comes straight back; the text changes after the countersigning.
    private async Task ReturnStraightAsync()
    {
        await PressAsync("zhengliqun", "同意");
        var page = await OpenAsync("hansong");
        await page.GetByLabel("意见", new() { Exact = true }).FillAsync("请写明保障措施。");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await page.GetByLabel("退文类别").SelectOptionAsync("内容表述不准确");
        await page.GetByLabel(new Regex("改好后直送退回人")).CheckAsync();
        await PictureAsync(page, "j07-straight");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定退回" }).ClickAsync();
        await page.GetByText("正在等待：拟稿（林知远）").WaitForAsync();
        await page.Context.CloseAsync();

        page = await OpenAsync("linzhiyuan");
        await page.GetByRole(AriaRole.Link, new() { Name = "修改文稿" }).ClickAsync();
        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "正文", Exact = true });
        await Assertions.Expect(text).Not.ToHaveValueAsync("");
        await text.FillAsync(await text.InputValueAsync() + "\n三、工作保障\n市委办公室每月通报执行情况。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并返回公文" }).ClickAsync();
        await PressOnAsync(page, "送审");
        await page.GetByText("正在等待：秘书长审定（韩松）").WaitForAsync();
        await page.GetByText("以下意见是针对较早的文稿提出的").WaitForAsync();
        Assert.Contains("略过", await page.GetByRole(AriaRole.Region, new() { Name = "办理过程" }).InnerTextAsync(), StringComparison.Ordinal);
        await PictureAsync(page, "j07-banner");
        await page.Context.CloseAsync();
        await PressAsync("hansong", "同意");
    }

    private async Task<string> StartAsync()
    {
        var id = await Notice.DraftAsync(_host, Source);
        var draft = await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        await _host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version = draft.GetProperty("version").GetInt32() });
        await _host.SettleAsync();
        return id;
    }

    private async Task<IPage> OpenAsync(string login)
    {
        var page = await _browser.SignInAsync(login);
        await page.GotoAsync($"{_host.Address}/documents/{_id}");
        return page;
    }

    private async Task PressAsync(string login, string outcome, string? opinion = null)
    {
        var page = await OpenAsync(login);
        if (opinion is not null)
            await page.GetByLabel("意见", new() { Exact = true }).FillAsync(opinion);
        await PressOnAsync(page, outcome);
        if (outcome is "签发" or "编号" or "用印" or "印发")
            await page.GetByRole(AriaRole.Button, new() { Name = $"确定{outcome}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Context.CloseAsync();
        await _host.SettleAsync();
    }

    private static Task PressOnAsync(IPage page, string outcome) => page.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true }).ClickAsync();

    private static ILocator Card(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    private Task ClockAsync(string now) => _host.PostAsync("suxiao", "/api/clock", new { now });

    // For who looks at the pages themselves.
    private Task PictureAsync(IPage page, string name) => _pictures is { } folder ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true }) : Task.CompletedTask;
}
