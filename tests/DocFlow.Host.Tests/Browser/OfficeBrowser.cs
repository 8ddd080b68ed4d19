using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The system's Chromium, with a window for each person; what a page's console says is kept.</summary>
internal sealed class OfficeBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Milliseconds: machines are shared, and a failure is told by what isn't there.
    private const float Patience = 60_000;

    // What is expected of a page has its own patience, of five seconds.
    static OfficeBrowser() => Assertions.SetDefaultExpectTimeout(Patience);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address;

    private readonly string _prefix;

    private OfficeBrowser(IPlaywright playwright, IBrowser browser, string address, string prefix) => (_playwright, _browser, _address, _prefix) = (playwright, browser, address, prefix);

    /// <summary>The browser's program; null where there is none.</summary>
    public static string? Program { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Errors that any page wrote to its console.</summary>
    public List<string> ConsoleErrors { get; } = [];

    /// <summary>What any page asked for from elsewhere than this host.</summary>
    public ConcurrentQueue<string> OutsideRequests { get; } = [];

    /// <param name="prefix">Under which the host answers.</param>
    /// <param name="address">Under which the browser reaches it; its own without a proxy.</param>
    public static async Task<OfficeBrowser> StartAsync(OfficeHost host, string prefix = "", string? address = null)
    {
        var playwright = await Playwright.CreateAsync();
        return new OfficeBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments }), address ?? host.Address, prefix);
    }

    public async Task<IPage> OpenAsync(string path)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1600, Height = 950 }, Locale = "zh-CN" });
        context.SetDefaultTimeout(Patience);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                OutsideRequests.Enqueue(request.Url);
        };
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                ConsoleErrors.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => ConsoleErrors.Add($"{page.Url}: {error}");
        await page.GotoAsync(_address + _prefix + path);
        return page;
    }

    /// <summary>Signs a person in by typing, and waits for the page after it.</summary>
    public async Task<IPage> SignInAsync(string login)
    {
        var page = await OpenAsync("/sign-in");
        Assert.Contains(Accounts.DemoAccounts.Password, await page.ContentAsync(), StringComparison.Ordinal);
        await TypeSignInAsync(page, login, Accounts.DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).WaitForAsync();
        return page;
    }

    /// <summary>Chooses a file as soon as the page listens.</summary>
    public static async Task ChooseAsync(ILocator input, FilePayload file)
    {
        await Assertions.Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(file);
    }

    public static async Task TypeSignInAsync(IPage page, string login, string password)
    {
        await page.GetByLabel("用户名", new() { Exact = true }).FillAsync(login);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever a test failed by: what the pages complained of stands beside it.
        foreach (var error in ConsoleErrors.ToArray())
            TestContext.Current.TestOutputHelper?.WriteLine(error);
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
