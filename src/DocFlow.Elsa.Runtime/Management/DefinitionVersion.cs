namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A stored version of a definition.</summary>
/// <param name="Json">Its Elsa JSON as it was given; identity, version and flags stand in the summary, whatever the text says.</param>
public sealed record DefinitionVersion(DefinitionSummary Summary, string Json);
