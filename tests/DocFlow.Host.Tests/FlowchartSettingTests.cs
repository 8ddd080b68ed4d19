using DocFlow.Host.Composition;
using Microsoft.Extensions.Configuration;

namespace DocFlow.Host.Tests;

/// <summary>How flowcharts run is a setting of the host.</summary>
public sealed class FlowchartSettingTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("counter", false)]
    [InlineData("token", true)]
    public void Flowcharts_run_as_set_and_by_counting_without_a_setting(string? text, bool tokens) => Assert.Equal(tokens, HostSettings.FlowchartsUseTokens(With(text)));

    [Fact]
    public void Another_word_is_refused_at_the_start() =>
        Assert.Equal("DOCFLOW_FLOWCHARTS 的值“tokens”不认识，请写 counter 或 token。", Assert.Throws<StartRefusedException>(() => HostSettings.FlowchartsUseTokens(With("tokens"))).Message);

    private static IConfiguration With(string? text) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DOCFLOW_FLOWCHARTS"] = text }).Build();
}
