using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Outlooks;

/// <summary>A human step that a document would come to.</summary>
/// <param name="PassedBecause">Why it would be passed at once, in Chinese; null when the document would stop there.</param>
/// <param name="People">Whom it would stop with; nobody where a post that must not be passed is vacant.</param>
/// <param name="Assignees">In the procedure's words.</param>
public sealed record OutlookStep(string StepName, StepKind Kind, string? PassedBecause, IReadOnlyList<OutlookPerson> People, string Assignees)
{
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>With several people: when the step is done.</summary>
    public CompletionRule Completion { get; init; }

    public int? Percent { get; init; }
}
