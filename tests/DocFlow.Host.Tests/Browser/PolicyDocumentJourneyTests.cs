using System.Text.Json;
using System.Text.RegularExpressions;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Tests.Word;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A policy document from draft to issue by clicking, in the system's Chromium.</summary>
[Trait("Procedure", "policy-document")]
public sealed class PolicyDocumentJourneyTests
{
    private const string Title = "中共云河市委办公室关于开展“无会周”活动的通知";

    private const string Body = """
        为进一步精简会议，把更多时间留给调查研究和服务基层，经研究，决定开展“无会周”活动。现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。
        二、有关要求
        （一）“无会周”期间，除紧急和突发事项外，原则上不召开全市性会议。
        （二）确需召开的，由承办单位提前3个工作日报市委办公室审核。
        """;

    [Fact]
    [Trait("Journey", "J01")]
    [Trait("Journey", "J09")]
    public async Task A_notice_is_drafted_returned_revised_countersigned_signed_and_issued_by_clicking()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);

        var drafter = await browser.SignInAsync("linzhiyuan");
        var id = await DraftAsync(drafter);
        await DecideAsync(browser, "hemin", "退回", "请写明保障措施。");
        await ReviseAsync(drafter, id);
        await DecideAsync(browser, "hemin", "同意");
        await DecideAsync(browser, "zhouyifan", "同意", "已核。");
        await CountersignAsync(browser, id, "baihua", "shilei", "jiangyue");
        await DecideAsync(browser, "zhengliqun", "同意");
        await DecideAsync(browser, "hansong", "同意");
        await DecideAsync(browser, "luming", "签发", "同意印发。");
        await DecideAsync(browser, "suxiao", "通过");
        await DecideAsync(browser, "suxiao", "编号");
        await DecideAsync(browser, "guchen", "用印");
        await DecideAsync(browser, "suxiao", "印发");

        await ReadAsIssuedAsync(drafter, id);
        await AssertFilesAsync(host, id);
        await ReceiveAsync(browser);
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_pages_ask_to_sign_in()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);

        var page = await browser.OpenAsync("/register");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
        await OfficeBrowser.TypeSignInAsync(page, "linzhiyuan", "不对");

        // By its words: until the style sheet has come, what tells of a lost connection counts as an alert too.
        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "用户名或密码不正确" }).WaitForAsync();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_in_every_tab()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("suxiao");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(host.Address + "/register");
        await other.GetByRole(AriaRole.Button, new() { Name = "退出" }).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).WaitForAsync();
        await page.GotoAsync(host.Address + "/register");

        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(other).ToHaveURLAsync(new Regex("/sign-in"));
    }

    private static async Task<string> DraftAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "拟稿", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "普发通知，空白" }).ClickAsync();
        await page.GetByLabel("标题", new() { Exact = true }).FillAsync(Title);
        await page.GetByLabel("主送机关", new() { Exact = true }).FillAsync("各县（区）委办公室，市委各部门办公室，市直各单位办公室");
        await page.GetByLabel("抄送机关", new() { Exact = true }).FillAsync("市人大常委会办公室，市政府办公室，市政协办公室");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "正文", Exact = true }).FillAsync(Body);
        await page.GetByRole(AriaRole.Button, new() { Name = "加一个附件" }).ClickAsync();
        await page.GetByLabel("附件1名称").FillAsync("2026年12月“无会周”工作安排表");
        await page.GetByLabel("附件1内容").FillAsync("| 日期 | 责任单位 | 内容 |\n|---|---|---|\n| 12月7日 | 综合科 | 下基层调研 |");
        await page.Keyboard.PressAsync("Tab");
        await ChooseCosigningAsync(page, "市委组织部", "市财政局", "市行政审批局");

        // The pages as they will be printed: text, annex and, on an even page, the imprint.
        await page.GetByText("按印出的样子，共4页").WaitForAsync();
        Assert.True(await page.GetByAltText("第1页", new() { Exact = true }).EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 500; }"));
        await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存 " }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        // Not by waiting for the navigation: one that was quicker than the wait would be waited for in vain.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/documents/[0-9a-f]+$"));
        await page.GetByText("正在等待：科室审核（何敏）").WaitForAsync();
        return new Uri(page.Url).Segments[^1];
    }

    private static async Task ChooseCosigningAsync(IPage page, params string[] units)
    {
        await page.GetByLabel("会签单位", new() { Exact = true }).ClickAsync();
        foreach (var unit in units)
            await page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = unit }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task ReviseAsync(IPage page, string id)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "待办" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "办理过程" }).GetByText("请写明保障措施。").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "修改文稿" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/draft/{id}$"));
        await page.GetByRole(AriaRole.Textbox, new() { Name = "正文", Exact = true }).FillAsync(Body + "\n三、工作保障\n市委办公室每月通报执行情况。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并返回公文" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await page.GetByText("正在等待：科室审核（何敏）").WaitForAsync();
    }

    // All three open it before the first of them decides.
    private static async Task CountersignAsync(OfficeBrowser browser, string id, params string[] logins)
    {
        var pages = new List<IPage>();
        foreach (var login in logins)
        {
            var page = await browser.SignInAsync(login);
            await page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).WaitForAsync();
            pages.Add(page);
        }

        await Task.WhenAll(pages.Select(page => page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync()));
        foreach (var page in pages)
        {
            await page.GetByText("正在等待：主任审核（郑立群）").WaitForAsync();
            await page.Context.CloseAsync();
        }
    }

    private static async Task DecideAsync(OfficeBrowser browser, string login, string outcome, string? opinion = null)
    {
        var page = await browser.SignInAsync(login);
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        var press = page.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true });
        await press.WaitForAsync();
        if (opinion is not null)
            await page.GetByLabel("意见", new() { Exact = true }).FillAsync(opinion);
        await press.ClickAsync();
        if (outcome is "签发" or "编号" or "用印" or "印发")
            await page.GetByRole(AriaRole.Button, new() { Name = $"确定{outcome}" }).ClickAsync();
        if (outcome == "退回")
        {
            await page.GetByLabel("退文类别").SelectOptionAsync("内容表述不准确");
            await page.GetByRole(AriaRole.Button, new() { Name = "确定退回" }).ClickAsync();
        }

        try
        {
            await press.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"“{outcome}” by {login} was not taken. The page says: {await page.Locator("body").InnerTextAsync()}");
        }

        await page.GetByText("正在等待：").Or(page.GetByText("没有等待办理的步骤。")).Or(page.GetByRole(AriaRole.Button, new() { Name = "编号", Exact = true })).First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task ReadAsIssuedAsync(IPage page, string id)
    {
        await page.GetByText("没有等待办理的步骤。").WaitForAsync();
        Assert.EndsWith(id, page.Url, StringComparison.Ordinal);
        var sheet = await page.GetByLabel("文单").InnerTextAsync();
        Assert.Contains("云办发〔2026〕37号", sheet, StringComparison.Ordinal);
        Assert.Contains("已归档", sheet, StringComparison.Ordinal);
        Assert.Contains("正式文件 Word", sheet, StringComparison.Ordinal);
        Assert.Contains("正式文件 PDF", sheet, StringComparison.Ordinal);
        Assert.True(await page.GetByAltText("第1页", new() { Exact = true }).EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 500; }"));

        var trace = await page.GetByRole(AriaRole.Region, new() { Name = "办理过程" }).InnerTextAsync();
        var at = 0;
        foreach (var name in new[] { "林知远", "何敏", "林知远", "何敏", "周亦凡", "郑立群", "韩松", "陆明", "苏晓", "顾晨", "苏晓" })
        {
            at = trace.IndexOf(name, at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{name} is missing or out of order in: {trace}");
        }

        Assert.All(new[] { "白桦", "石磊", "江月", "合法性审核" }, name => Assert.Contains(name, trace, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "发文登记簿" }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "云办发〔2026〕37号" }).WaitForAsync();
    }

    // The county finds it waiting, reads it and signs for it.
    private static async Task ReceiveAsync(OfficeBrowser browser)
    {
        var page = await browser.SignInAsync("xiahe");
        await page.GetByLabel("待签收").GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签收" }).ClickAsync();
        await page.GetByText("夏禾").And(page.GetByText("签收")).First.WaitForAsync();
        Assert.DoesNotContain("请写明保障措施", await page.Locator("#main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "待办" }).ClickAsync();
        await page.GetByText("现在没有要您办理的公文").WaitForAsync();
        Assert.Equal(0, await page.GetByLabel("待签收").CountAsync());
    }

    private static async Task AssertFilesAsync(OfficeHost host, string id)
    {
        var files = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("files").EnumerateArray()
            .Where(file => file.GetProperty("purpose").GetString() == "Final").ToList();
        var pdf = MeasuredPdf.Read(await BytesAsync(host, id, files, "pdf"));
        Assert.Equal(4, pdf.Pages.Count);
        // LC4: the number stands centred on the type area; LC5: the red rule 156 mm wide, 4 mm under it.
        var number = pdf.Pages[0].Row("云办发〔2026〕37号");
        Assert.Equal(106, number.Middle, 1.0);
        var rule = Assert.Single(pdf.Pages[0].Lines, line => line.IsRed);
        Assert.Equal(28, rule.Left, 1.0);
        Assert.Equal(184, rule.Right, 1.0);
        Assert.Equal(4, rule.Y - number.BoxBottom, 0.5);
        // LC12: the imprint's last rule on the lower edge of the type area of the last, even page.
        Assert.Equal(262, pdf.Pages[3].Lines.Max(line => line.Y), 1.0);
        Assert.Contains(pdf.Pages[3].Rows, row => row.Text.EndsWith("印发", StringComparison.Ordinal));
        Assert.Contains(pdf.AllRows, row => row.Text == "三、工作保障");

        if (LibreOffice.Program is null)
            return;
        var word = LibreOffice.ToPdf(new Dictionary<string, byte[]> { ["issued"] = await BytesAsync(host, id, files, "docx") })["issued"];
        Assert.Equal(4, word.Pages.Count);
        Assert.Equal(Characters(pdf), Characters(word));
    }

    private static async Task<byte[]> BytesAsync(OfficeHost host, string id, IEnumerable<JsonElement> files, string format)
    {
        var file = files.Single(file => file.GetProperty("format").GetString() == format);
        return await host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}");
    }

    // Which characters there are, and how many of each: nothing is lost on the way to Word.
    private static IEnumerable<string> Characters(MeasuredPdf pdf) => pdf.AllRows.SelectMany(row => row.Text).Where(character => !char.IsWhiteSpace(character))
        .GroupBy(character => character).OrderBy(group => group.Key).Select(group => $"{group.Key}×{group.Count()}");
}
