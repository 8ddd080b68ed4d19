namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>A variable that a workflow or container declares.</summary>
/// <param name="Id">What bindings name.</param>
/// <param name="Name">What scripts name.</param>
/// <param name="Type">What values are converted to.</param>
/// <param name="Value">The default.</param>
/// <param name="IsPersistent">Whether it has a storage driver: without one the value is lost when the workflow suspends.</param>
public sealed record VariableDefinition(string Id, string Name, Type Type, object? Value, bool IsPersistent);
