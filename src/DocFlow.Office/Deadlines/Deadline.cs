using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Deadlines;

/// <summary>Something that is to happen to a work item at a moment by the office clock: a row of its own, so that it survives every restart and happens once.</summary>
public sealed class Deadline : IVersioned
{
    public required string Id { get; init; }

    public required string WorkItemId { get; init; }

    public required DeadlineKind Kind { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whom to tell, in a procedure's words for people; null for the holders.</summary>
    public string? Recipients { get; set; }

    /// <summary>The document that is sent, as the procedure declares it; null for none.</summary>
    public string? Letter { get; init; }

    /// <summary>When it was done; null while it waits.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Failed tries.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last try failed, in Chinese.</summary>
    public string? LastError { get; set; }

    public int Version { get; set; }

    public WorkItem? WorkItem { get; init; }
}
