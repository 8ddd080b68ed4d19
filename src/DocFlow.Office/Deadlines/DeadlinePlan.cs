using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Deadlines;

/// <summary>When a work item falls due, and what happens by then and after.</summary>
internal sealed record DeadlinePlan(DateTimeOffset OpenedAt, DateTimeOffset DueAt, IReadOnlyList<DeadlinePlan.Entry> Entries)
{
    /// <param name="Recipients">Whom to tell; null for the holders.</param>
    /// <param name="Letter">The document that is sent; null for none.</param>
    public sealed record Entry(DeadlineKind Kind, DateTimeOffset At, string? Recipients = null, string? Letter = null);

    /// <summary>Without what had passed at a moment: a list that is taken over late (台账导入) calls nobody to account for it, and only its light is red.</summary>
    public DeadlinePlan Since(DateTimeOffset moment) => this with { Entries = [.. Entries.Where(entry => entry.At > moment)] };

    /// <summary>The plan's rows for a work item.</summary>
    public IEnumerable<Deadline> For(string workItemId) => Entries.Select(entry => new Deadline
    {
        Id = OfficeId.New(OpenedAt),
        WorkItemId = workItemId,
        Kind = entry.Kind,
        DueAt = entry.At,
        Recipients = entry.Recipients,
        Letter = entry.Letter,
    });
}
