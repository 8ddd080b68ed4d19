using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using DocFlow.Host.Studio;

namespace DocFlow.Host.Tests.Browser;

/// <summary>How long the tokens of the designer's frame may last.</summary>
public sealed class StudioSessionTests
{
    [Fact]
    public async Task A_token_that_ends_is_renewed_while_the_designer_is_open_and_nobody_signs_in_again()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it waits until a token has ended.");
        StudioPagesTests.SkipWithoutParts();
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { [StudioTokenLife.Setting] = "25" }));
        await using var browser = await OfficeBrowser.StartAsync(host);
        var desk = new StudioDesk(host, await browser.SignInAsync("luoyu"));
        var (tokens, refused) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        desk.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/elsa/api/", StringComparison.Ordinal) && request.Headers.TryGetValue("authorization", out var token))
                tokens.Enqueue(token);
        };
        desk.Page.Response += (_, response) =>
        {
            if (response.Status is 401 or 403)
                refused.Enqueue(response.Url);
        };
        await desk.OpenListAsync();
        var first = tokens.First();
        var end = JsonDocument.Parse(Base64Url.DecodeFromChars(first.Split('.')[1])).RootElement.GetProperty("exp").GetInt64();

        await desk.Page.WaitForFunctionAsync("end => Date.now() > end * 1000", end + 1, new() { Timeout = 60_000 });
        await desk.Row("policy-document").GetByText("发文办理").First.ClickAsync();
        await desk.Nodes.First.WaitForAsync();

        Assert.NotEqual(first, tokens.Last());
        Assert.Equal(host.Address + "/workflows/definitions/policy-document", desk.Page.Url);
        Assert.Empty(refused);
        Assert.Empty(browser.ConsoleErrors);
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
}
