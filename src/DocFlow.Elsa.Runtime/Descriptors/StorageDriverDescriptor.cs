namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A place where variables are kept.</summary>
/// <param name="Priority">Designers start new variables with the highest.</param>
public sealed record StorageDriverDescriptor(string TypeName, string DisplayName, int Priority, bool Deprecated);
