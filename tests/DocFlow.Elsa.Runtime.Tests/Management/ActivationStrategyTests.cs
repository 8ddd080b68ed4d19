using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Runtime.Tests.Management;

/// <summary>Which starts a definition's activation strategy allows.</summary>
public sealed class ActivationStrategyTests
{
    [Theory]
    [InlineData(null, "m", 1, 1, 1, true)]
    [InlineData("AllowAlwaysStrategy", "m", 1, 1, 1, true)]
    [InlineData("SingletonStrategy", "m", 0, 1, 0, true)]
    [InlineData("SingletonStrategy", "m", 1, 0, 0, false)]
    [InlineData("SingletonStrategy", null, 1, 0, 0, false)]
    [InlineData("CorrelationStrategy", "m", 1, 0, 0, true)]
    [InlineData("CorrelationStrategy", "m", 0, 1, 0, false)]
    [InlineData("CorrelatedSingletonStrategy", "m", 1, 1, 0, true)]
    [InlineData("CorrelatedSingletonStrategy", "m", 1, 1, 1, false)]
    [InlineData("CorrelationStrategy", null, 1, 1, 1, true)]
    public void A_strategy_counts_what_it_is_about(string? strategy, string? correlationId, int ofDefinition, int ofCorrelation, int ofBoth, bool allowed) =>
        Assert.Equal(allowed, ActivationStrategy.Allows(strategy, correlationId, new RunningCounts(ofDefinition, ofCorrelation, ofBoth)));
}
