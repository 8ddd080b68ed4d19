namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>When an instance's state is saved.</summary>
public sealed record CommitStrategyDescriptor(string Name, string DisplayName, string Description);
