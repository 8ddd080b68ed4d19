using System.Text.RegularExpressions;
using DocFlow.Host.Accounts;
using DocFlow.Host.Studio;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A designer's long day: tokens that end and are renewed, and a session that ends.</summary>
public sealed class StudioSessionTests
{
    [Fact]
    public async Task The_token_is_renewed_while_somebody_draws_and_an_ended_session_leads_to_signing_in_and_back()
    {
        StudioPagesTests.SkipWithoutParts();
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { [StudioTokenLife.Setting] = "20" }));
        await using var browser = await OfficeBrowser.StartAsync(host);
        var desk = new StudioDesk(host, await browser.SignInAsync("luoyu"));
        var id = await desk.CreateAsync("换令牌");
        var first = await TokenAsync(desk);

        // Renewed before it ends; when the one after it has come, the first has long ended.
        var second = await NextTokenAsync(desk, first);
        await NextTokenAsync(desk, second);
        var saved = await desk.SavedAsync(() => desk.DropAsync("基本", "外部任务", 60, 80));
        Assert.NotEqual($"Bearer {first}", await saved.Request.HeaderValueAsync("authorization"));
        Assert.Empty(browser.ConsoleErrors);

        // The password is changed elsewhere, and with it all sessions end.
        await using (var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<DocFlowUser>>();
            Assert.True((await users.UpdateSecurityStampAsync((await users.FindByNameAsync("luoyu"))!)).Succeeded);
        }

        await desk.Page.Context.ClearCookiesAsync();
        await desk.SelectAsync("外部任务1");
        await desk.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(desk.Page).ToHaveURLAsync(new Regex(@"/sign-in\?returnUrl="));
        await OfficeBrowser.TypeSignInAsync(desk.Page, "luoyu", DemoAccounts.Password);

        await desk.Node("外部任务1").WaitForAsync();
        Assert.EndsWith($"/workflows/definitions/{id}", desk.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("3601")]
    [InlineData("soon")]
    public async Task A_life_that_no_page_could_renew_in_time_is_refused_at_the_start(string seconds)
    {
        var refusal = await Assert.ThrowsAsync<Composition.StartRefusedException>(() => OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { [StudioTokenLife.Setting] = seconds })));

        Assert.Contains(StudioTokenLife.Setting, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> TokenAsync(StudioDesk desk) => (await desk.Frame.Locator("elsa-backend-provider").GetAttributeAsync("access-token"))!;

    private static async Task<string> NextTokenAsync(StudioDesk desk, string token)
    {
        await desk.Frame.Locator($"elsa-backend-provider:not([access-token=\"{token}\"])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return await TokenAsync(desk);
    }
}
