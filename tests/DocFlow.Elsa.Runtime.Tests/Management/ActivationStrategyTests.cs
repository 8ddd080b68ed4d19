using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Runtime.Tests.Management;

/// <summary>Which running instances a definition's activation strategy forbids a start to come beside.</summary>
public sealed class ActivationStrategyTests
{
    [Theory]
    [InlineData(null, "m", false, false, null)]
    [InlineData("AllowAlwaysStrategy", "m", false, false, null)]
    [InlineData("SingletonStrategy", "m", true, true, null)]
    [InlineData("SingletonStrategy", null, true, true, null)]
    [InlineData("CorrelationStrategy", "m", true, false, "m")]
    [InlineData("CorrelatedSingletonStrategy", "m", true, true, "m")]
    [InlineData("CorrelationStrategy", null, false, false, null)]
    [InlineData("CorrelationStrategy", " ", false, false, null)]
    [InlineData("CorrelatedSingletonStrategy", null, false, false, null)]
    [InlineData("CorrelatedSingletonStrategy", "", false, false, null)]
    public void A_strategy_counts_what_it_is_about(string? strategy, string? correlationId, bool isLimited, bool ofDefinition, string? ofMatter) =>
        Assert.Equal(isLimited ? new ActivationLimit(ofDefinition, ofMatter) : null, ActivationStrategy.LimitOf(strategy, correlationId));
}
