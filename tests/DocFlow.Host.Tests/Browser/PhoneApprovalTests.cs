using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A leader reads a document and signs it on a phone.</summary>
[Trait("Journey", "J30")]
public sealed class PhoneApprovalTests
{
    [Fact]
    public async Task A_leader_reads_the_page_and_signs_on_a_phone()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks what other tests do over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        var id = await Notice.StartAsync(host);
        foreach (var login in new[] { "hemin", "zhouyifan", "baihua", "shilei", "jiangyue", "zhengliqun", "hansong" })
            await host.DecideAsync(login, id, "同意", login == "baihua" ? "同意，建议尽早印发。" : null);
        await host.WaitForSeatAsync("luming", id);
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("luming");
        await page.SetViewportSizeAsync(360, 740);

        await page.GotoAsync($"{host.Address}/documents/{id}");

        // The official page is drawn finer than the screen, so that it can be pinched; nothing is wider than the phone.
        var drawn = page.GetByAltText("第1页", new() { Exact = true });
        await drawn.ScrollIntoViewIfNeededAsync();
        Assert.True(await drawn.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth >= 2 * image.clientWidth && image.clientWidth > 250; }"), "The page can't be read on a phone.");
        // What may be pushed sideways within its own frame isn't counted.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => document.documentElement.scrollWidth <= window.innerWidth ? [] : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > window.innerWidth + 1).map(one => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 20)}`)"));
        Assert.DoesNotContain("user-scalable=no", await page.Locator("meta[name=viewport]").GetAttributeAsync("content") ?? "", StringComparison.Ordinal);
        await page.GetByText("同意，建议尽早印发。").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定签发" }).ClickAsync();
        await page.GetByText("正在等待：复核").WaitForAsync();
        Assert.Empty(browser.ConsoleErrors);
    }
}
