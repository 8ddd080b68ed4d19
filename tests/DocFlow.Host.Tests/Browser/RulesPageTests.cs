using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>办理规则 in the browser.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public async Task The_hour_of_the_digest_is_shown_and_kept()
    {
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync();
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("sysadmin");
        await page.GetByRole(AriaRole.Link, new() { Name = "办理规则" }).ClickAsync();
        var hour = page.GetByRole(AriaRole.Region, new() { Name = "会签和汇总" }).Locator(".mud-select").First;

        // What nobody has chosen yet is eight o'clock.
        await Assertions.Expect(hour).ToContainTextAsync("8:00");
        await hour.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("17:00", new() { Exact = true }).ClickAsync();
        await page.GetByText("已保存，立即生效。").WaitForAsync();
        await page.ReloadAsync();

        await Assertions.Expect(hour).ToContainTextAsync("17:00");
        Assert.Empty(browser.ConsoleErrors);
    }
}
