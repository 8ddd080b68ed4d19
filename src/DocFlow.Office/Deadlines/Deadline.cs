using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Deadlines;

/// <summary>
/// Something that is to happen to a work item or a distribution at a moment by the office clock: a row of its own, so that it survives every restart and
/// happens once.
/// </summary>
public sealed class Deadline : IVersioned
{
    public required string Id { get; init; }

    /// <summary>Null for what concerns a distribution.</summary>
    public string? WorkItemId { get; init; }

    /// <summary>The sending-out whose receipts are waited for (签收); null for a work item's.</summary>
    public string? DistributionId { get; init; }

    public required DeadlineKind Kind { get; init; }

    public required DateTimeOffset DueAt { get; set; }

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

    public Distribution? Distribution { get; init; }
}
