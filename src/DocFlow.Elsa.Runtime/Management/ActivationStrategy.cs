namespace DocFlow.Elsa.Runtime.Management;

/// <summary>How many instances run already, as a start finds it.</summary>
/// <param name="OfDefinition">Of the definition, whatever they are about.</param>
/// <param name="OfCorrelation">Of any definition, about the start's matter.</param>
/// <param name="OfDefinitionAndCorrelation">Of the definition, about the start's matter.</param>
public sealed record RunningCounts(int OfDefinition, int OfCorrelation, int OfDefinitionAndCorrelation);

/// <summary>Whether a definition's activation strategy lets a new instance come to be.</summary>
public static class ActivationStrategy
{
    public const string Singleton = "SingletonStrategy";
    public const string Correlation = "CorrelationStrategy";
    public const string CorrelatedSingleton = "CorrelatedSingletonStrategy";

    /// <param name="strategy">The strategy's class name; none and unknown ones allow any number.</param>
    /// <param name="correlationId">The start's matter. Without one there is nothing to be alone with: both strategies by matter allow it.</param>
    public static bool Allows(string? strategy, string? correlationId, RunningCounts running) => strategy switch
    {
        Singleton => running.OfDefinition == 0,
        Correlation => string.IsNullOrEmpty(correlationId) || running.OfCorrelation == 0,
        CorrelatedSingleton => string.IsNullOrEmpty(correlationId) || running.OfDefinitionAndCorrelation == 0,
        _ => true,
    };
}
