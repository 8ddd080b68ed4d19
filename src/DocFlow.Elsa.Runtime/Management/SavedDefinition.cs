using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What became of a save or a publication.</summary>
/// <param name="AlreadyPublished">It was published before, and nothing changed.</param>
/// <param name="ConsumingWorkflowCount">Definitions that use it as an activity and were moved to the new version.</param>
/// <param name="Findings">What a designer should look at; it was saved all the same.</param>
public sealed record SavedDefinition(DefinitionVersion Definition, bool AlreadyPublished = false, int ConsumingWorkflowCount = 0, IReadOnlyList<DefinitionFinding>? Findings = null);
