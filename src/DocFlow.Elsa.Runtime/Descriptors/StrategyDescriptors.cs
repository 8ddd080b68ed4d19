namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The strategies that definitions may choose. The names are Elsa's; they are matched, never loaded.</summary>
internal static class StrategyDescriptors
{
    public static IReadOnlyList<StrategyDescriptor> Incidents() => [Of("ContinueWithIncidentsStrategy", "ContinueWithIncidents"), Of("FaultStrategy", "Fault")];

    public static IReadOnlyList<StrategyDescriptor> Activation() =>
    [
        Of("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", "AllowAlways"),
        Of("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", "CorrelatedSingleton"),
        Of("Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Runtime", "Correlation"),
        Of("Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime", "Singleton"),
    ];

    // Studio shows the first where nothing was chosen: that must be what happens then.
    public static IReadOnlyList<StrategyDescriptor> LogPersistence() =>
    [
        Of("Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", "Include"),
        Of("Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core", "Exclude"),
        Of("Elsa.Workflows.LogPersistence.Strategies.Inherit, Elsa.Workflows.Core", "Inherit"),
    ];

    private static StrategyDescriptor Of(string typeName, string name) =>
        new(DescriptorTexts.Of($"Strategy.{name}"), DescriptorTexts.Of($"Strategy.{name}.Description"), typeName);
}
