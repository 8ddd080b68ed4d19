using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Handwriting;

/// <summary>What was written by hand with a decision (手写意见). Written with it and never changed: the seat and the event hold its hash.</summary>
public sealed class SeatHandwriting
{
    /// <summary>The seat that was decided.</summary>
    public required string SeatId { get; init; }

    /// <summary>As <see cref="Documents.Handwriting.PenFile"/> writes it.</summary>
    public required byte[] Strokes { get; init; }

    public Seat? Seat { get; init; }
}
