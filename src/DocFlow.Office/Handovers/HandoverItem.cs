using DocFlow.Office.Dossiers;
using DocFlow.Office.People;

namespace DocFlow.Office.Handovers;

/// <summary>What a hand-over does with all that the person holds of one document.</summary>
public sealed class HandoverItem
{
    public required string HandoverId { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>The place in the list, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>Who takes it over; null while nobody is chosen.</summary>
    public string? OwnerId { get; set; }

    /// <summary>What is held of it, in words: 待办“科室审核”、拟稿人.</summary>
    public required string Holds { get; set; }

    /// <summary>When it was handed over; null before, and for what was done by then.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    public Document? Document { get; init; }

    public Person? Owner { get; init; }
}
