using DocFlow.Office.Handwriting;
using DocFlow.Office.People;

namespace DocFlow.Office.WorkItems;

/// <summary>One person's place in a work item.</summary>
public sealed class Seat : IVersioned
{
    /// <summary>After all others.</summary>
    public static readonly DateTimeOffset WithoutDue = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public required string Id { get; init; }

    public required string WorkItemId { get; init; }

    /// <summary>The organisation's order, from 1.</summary>
    public required int Order { get; init; }

    public required string PersonId { get; set; }

    /// <summary>The post it was given for, whose stand-in may act; null when the person was named.</summary>
    public string? PostId { get; set; }

    /// <summary>Unit and post as shown, such as 秘书一科科长.</summary>
    public required string PostShown { get; set; }

    public SeatState State { get; set; }

    /// <summary>Where it stands in 待办: its work item's due time, <see cref="WithoutDue"/> when it has none. Written with the seat and whenever that changes: the list is read in this order.</summary>
    public DateTimeOffset DueOrder { get; set; } = WithoutDue;

    /// <summary>When its holder first opened the document with it; nobody takes work back that was seen (取回).</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>The seat whose holder asked for this one (加签); null for a seat of the procedure.</summary>
    public string? AskedBySeatId { get; init; }

    /// <summary>When an asked-for seat comes in relation to the asking one.</summary>
    public SeatPlace Place { get; init; }

    public string? Outcome { get; set; }

    public string? Opinion { get; set; }

    /// <summary>With 退回: why, out of the office's list (退文类别); null when nothing was chosen.</summary>
    public string? ReturnCategory { get; set; }

    /// <summary>The picture of the decider's hand that a signature was given with (签名图样); null for none.</summary>
    public string? SignatureHash { get; set; }

    /// <summary>The SM3 of what was written by hand with the decision (手写意见); null for none.</summary>
    public string? HandwritingHash { get; set; }

    /// <summary>The opinion where there is room for words only.</summary>
    public string? OpinionInWords => Opinion ?? (HandwritingHash is null ? null : HandwritingWords.Alone);

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who decided: the person, or the stand-in.</summary>
    public string? DecidedById { get; set; }

    /// <summary>The SM3 of the text that the outcome was given on.</summary>
    public string? ContentHash { get; set; }

    public int? VersionOrdinal { get; set; }

    /// <summary>The caller's key of the deciding press: the same press repeated gets the same answer.</summary>
    public string? DecisionKey { get; set; }

    public int Version { get; set; }

    /// <summary>Its holder has still to decide, now or later.</summary>
    public bool IsPending => State is SeatState.Open or SeatState.Waiting;

    public WorkItem? WorkItem { get; init; }

    public Person? Person { get; init; }
}
