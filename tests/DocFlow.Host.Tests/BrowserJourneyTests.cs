using Microsoft.Playwright;

namespace DocFlow.Host.Tests;

/// <summary>The same procedure by clicking, in the system's Chromium.</summary>
[Trait("Procedure", "policy-document")]
public sealed class BrowserJourneyTests
{
    private static readonly string? Chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    [Fact]
    [Trait("Journey", "J01")]
    public async Task A_notice_is_drafted_previewed_approved_and_issued_by_clicking()
    {
        Assert.SkipWhen(Chromium is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
        var drafter = await SignInAsync(browser, host, "linzhiyuan");
        var address = await DraftAsync(drafter);
        await host.SettleAsync();

        (string Login, string Outcome)[] chain =
        [
            ("hemin", "同意"), ("zhouyifan", "同意"), ("baihua", "同意"), ("shilei", "同意"), ("zhengliqun", "同意"), ("hansong", "同意"),
            ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发"),
        ];
        foreach (var (login, outcome) in chain)
        {
            var page = await SignInAsync(browser, host, login);
            await page.GetByRole(AriaRole.Link, new() { Name = "中共云河市委办公室关于开展“无会周”活动的通知" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = true }).ClickAsync();
            await page.GetByText("没有等待办理的步骤").Or(page.GetByText("正在等待")).First.WaitForAsync();
            await page.Context.CloseAsync();
            await host.SettleAsync();
        }

        await drafter.GotoAsync(address);
        Assert.Contains("云办发〔2026〕37号", await drafter.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("陆明", await drafter.Locator("ol.trace").InnerTextAsync(), StringComparison.Ordinal);
        await drafter.GetByRole(AriaRole.Link, new() { Name = "发文登记簿" }).ClickAsync();
        Assert.Contains("云办发〔2026〕37号", await drafter.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_pages_ask_to_sign_in()
    {
        Assert.SkipWhen(Chromium is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
        var page = await browser.NewPageAsync();

        await page.GotoAsync(host.Address + "/register");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
        await FillSignInAsync(page, "linzhiyuan", "不对");
        Assert.Contains("用户名或密码不正确", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> DraftAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "拟稿", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "普发通知" }).ClickAsync();
        await page.Locator("#preview[src^='data:image/png']").WaitForAsync();
        await page.GetByText("第1页，共2页").WaitForAsync();
        await page.GetByLabel("市委组织部").CheckAsync();
        await page.GetByLabel("市财政局").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await page.GetByText("没有等待办理的步骤").Or(page.GetByText("正在等待")).First.WaitForAsync();
        return page.Url;
    }

    private static async Task<IPage> SignInAsync(IBrowser browser, OfficeHost host, string login)
    {
        var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address + "/sign-in");
        Assert.Contains(Accounts.DemoAccounts.Password, await page.ContentAsync(), StringComparison.Ordinal);
        await FillSignInAsync(page, login, Accounts.DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).WaitForAsync();
        return page;
    }

    private static async Task FillSignInAsync(IPage page, string login, string password)
    {
        await page.GetByLabel("用户名", new() { Exact = true }).FillAsync(login);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }
}
