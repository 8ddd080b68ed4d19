namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A type that variables, inputs and outputs may have.</summary>
/// <param name="TypeName">The alias that JSON names.</param>
public sealed record VariableDescriptor(string TypeName, string DisplayName, string Category, string? Description);
