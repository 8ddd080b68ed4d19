namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>How a definition's instances behave.</summary>
/// <param name="ContinuesWithIncidents">A fault stops its branch only, and the instance waits; otherwise the whole instance faults.</param>
/// <param name="ActivationStrategy">The strategy's class name, such as SingletonStrategy; null allows any number of instances.</param>
public sealed record WorkflowOptions(bool ContinuesWithIncidents = false, string? ActivationStrategy = null);
