using DocFlow.Host.Studio;

namespace DocFlow.Host.Tests.Browser;

/// <summary>How long the tokens of the designer's frame may last.</summary>
public sealed class StudioSessionTests
{
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
