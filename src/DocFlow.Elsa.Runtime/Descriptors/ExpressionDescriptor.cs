namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A kind of expression that inputs take.</summary>
/// <param name="Type">What JSON names.</param>
/// <param name="IsBrowsable">Whether designers offer it.</param>
/// <param name="Properties">For the editor; MonacoLanguage names its language.</param>
public sealed record ExpressionDescriptor(string Type, string DisplayName, bool IsSerializable, bool IsBrowsable, IReadOnlyDictionary<string, string> Properties);
