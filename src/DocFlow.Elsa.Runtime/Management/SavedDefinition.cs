namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What became of a save or a publication.</summary>
/// <param name="AlreadyPublished">It was published before, and nothing changed.</param>
/// <param name="ConsumingWorkflowCount">Definitions that use it as an activity and were moved to the new version.</param>
/// <param name="Warnings">What a designer should look at, in Chinese; it was saved all the same.</param>
public sealed record SavedDefinition(DefinitionVersion Definition, bool AlreadyPublished = false, int ConsumingWorkflowCount = 0, IReadOnlyList<string>? Warnings = null);
