using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;
using DocFlow.Host.Safety;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>The real Elsa Studio on the office's pages: who sees it, under which address, and what happens while it is absent.</summary>
public sealed class StudioPagesTests
{
    private static readonly StudioPackage Package = new(FontSettings.FromEnvironment().CacheFolder);

    [Fact]
    public async Task The_designer_lists_the_procedures_opens_one_and_the_address_follows()
    {
        SkipWithoutParts();
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("luoyu");

        await page.GetByRole(AriaRole.Link, new() { Name = "流程设计", Exact = true }).ClickAsync();
        await OpenFirstProcedureAsync(page, host.Address + "/workflows/definitions");
        await page.GoBackAsync();
        await Frame(page).GetByRole(AriaRole.Button, new() { Name = "新建流程" }).WaitForAsync();
        Assert.Equal(host.Address + "/workflows/definitions", page.Url);

        Assert.Empty(browser.OutsideRequests);
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task Under_a_prefix_the_designer_works_as_well()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser under a prefix, whose addresses ProxyTests asks for over HTTP.");
        SkipWithoutParts();
        const string prefix = "/docflow";
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { [ProxyDoor.PrefixSetting] = prefix }));
        await using var browser = await OfficeBrowser.StartAsync(host, prefix);
        var page = await browser.SignInAsync("luoyu");

        await page.GetByRole(AriaRole.Link, new() { Name = "流程设计", Exact = true }).ClickAsync();
        await OpenFirstProcedureAsync(page, host.Address + prefix + "/workflows/definitions");
        await page.GetByRole(AriaRole.Link, new() { Name = "流程实例", Exact = true }).ClickAsync();
        await Frame(page).GetByText("流程实例").First.WaitForAsync();

        Assert.Empty(browser.OutsideRequests);
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task Without_the_designer_its_page_says_so_and_it_comes_without_a_reload()
    {
        SkipWithoutParts();
        var cache = Directory.CreateTempSubdirectory("docflow-studio-").FullName;
        var held = new HeldBackStudio(new StudioPackage(cache));
        await using (var host = await OfficeHost.StartAsync(new HostChoice(Replace: services => services.AddSingleton(new StudioPackage(cache)).AddSingleton<IStudioSource>(held))))
        {
            await using var browser = await OfficeBrowser.StartAsync(host);
            var page = await browser.SignInAsync("luoyu");
            // Who doesn't use it isn't told, and documents don't wait for it.
            Assert.Equal(0, await page.GetByText("流程设计器尚未").CountAsync());
            Assert.False(host.Get<SystemParts>().Any);
            await page.GetByRole(AriaRole.Link, new() { Name = "流程设计", Exact = true }).ClickAsync();
            await page.GetByText("流程设计器尚未就绪。").WaitForAsync();

            held.Deliver();

            await Frame(page).GetByRole(AriaRole.Button, new() { Name = "新建流程" }).WaitForAsync();
            Assert.Empty(browser.ConsoleErrors);
        }

        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public async Task Who_may_read_a_document_sees_its_chart_beside_it_and_decides_meanwhile()
    {
        SkipWithoutParts();
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        await host.WaitForSeatAsync("hemin", id);
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("hemin");
        await page.GotoAsync(host.Address + "/documents/" + id);

        await page.GetByRole(AriaRole.Button, new() { Name = "查看流程图" }).ClickAsync();
        await Frame(page).Locator(".x6-node").Filter(new() { HasText = "科室审核" }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await page.GetByText("正在等待：办公室核稿（周亦凡）").WaitForAsync();
        Assert.True(await Frame(page).Locator(".x6-node").CountAsync() > 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭流程图" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "办理过程" }).WaitForAsync();

        Assert.Empty(browser.OutsideRequests);
        Assert.Empty(browser.ConsoleErrors);
    }

    [Fact]
    public async Task Who_designs_no_procedures_has_no_entry_and_no_page()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("hemin");

        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "流程设计", Exact = true }).CountAsync());
        await page.GotoAsync(host.Address + "/workflows/definitions");

        Assert.DoesNotContain("/workflows/", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("iframe").CountAsync());
    }

    internal static bool HasParts => OfficeBrowser.Program is not null && Package.IsComplete;

    internal static void SkipWithoutParts()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        Assert.SkipUnless(Package.IsComplete, "The designer is not in the cache.");
    }

    internal static IFrameLocator Frame(IPage page) => page.FrameLocator("iframe.studio");

    private static async Task OpenFirstProcedureAsync(IPage page, string address)
    {
        await Frame(page).GetByText("流程列表").WaitForAsync();
        await Frame(page).Locator("tbody tr").Filter(new() { HasText = "policy-document" }).GetByText("发文办理").First.ClickAsync();
        // Not by waiting for the navigation: one that was quicker than the wait would be waited for in vain.
        await Assertions.Expect(page).ToHaveURLAsync(address + "/policy-document");
        // The canvas, with the office's own step on it.
        await Frame(page).Locator(".x6-node").Filter(new() { HasText = "科室审核" }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "返回流程列表" }).WaitForAsync();
    }

    /// <summary>Brings the package only when the test says so.</summary>
    private sealed class HeldBackStudio(StudioPackage package) : IStudioSource
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsComplete => Directory.Exists(package.Folder);

        public void Deliver() => _released.SetResult();

        public async Task<bool> FetchAsync(Action<string> report, CancellationToken cancellationToken)
        {
            report("正在下载流程设计器：测试…");
            await _released.Task.WaitAsync(cancellationToken);
            Directory.CreateDirectory(package.Shelf);
            Directory.CreateSymbolicLink(package.Folder, Package.Folder);
            return true;
        }
    }
}
