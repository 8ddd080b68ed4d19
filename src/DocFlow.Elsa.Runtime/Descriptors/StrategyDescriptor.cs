namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A way of dealing with incidents, starts or the log that a definition may choose.</summary>
/// <param name="TypeName">What JSON names.</param>
public sealed record StrategyDescriptor(string DisplayName, string Description, string TypeName);
