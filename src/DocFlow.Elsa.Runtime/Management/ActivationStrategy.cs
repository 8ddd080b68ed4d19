namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A definition's activation strategy: which running instances keep a new one from coming to be.</summary>
public static class ActivationStrategy
{
    public const string Singleton = "SingletonStrategy";
    public const string Correlation = "CorrelationStrategy";
    public const string CorrelatedSingleton = "CorrelatedSingletonStrategy";

    /// <param name="strategy">The strategy's class name; none and unknown ones allow any number.</param>
    /// <param name="correlationId">The start's matter. Without one there is nothing to be alone with: both strategies by matter allow it.</param>
    /// <returns>The instances of which none may run; null when any number may.</returns>
    public static ActivationLimit? LimitOf(string? strategy, string? correlationId) => (strategy, string.IsNullOrWhiteSpace(correlationId)) switch
    {
        (Singleton, _) => new ActivationLimit(IsOfDefinition: true, CorrelationId: null),
        (Correlation, false) => new ActivationLimit(IsOfDefinition: false, correlationId),
        (CorrelatedSingleton, false) => new ActivationLimit(IsOfDefinition: true, correlationId),
        _ => null,
    };
}

/// <summary>The instances of which none may run when another starts.</summary>
/// <param name="IsOfDefinition">Only those of the same definition; otherwise those of any.</param>
/// <param name="CorrelationId">Only those about this matter; null for those about any.</param>
public sealed record ActivationLimit(bool IsOfDefinition, string? CorrelationId);
