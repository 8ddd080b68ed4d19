using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Opinions;

/// <summary>What the drafter made of one opinion (意见采纳情况).</summary>
public sealed class OpinionAnswer : IVersioned
{
    /// <summary>The seat that the opinion was given on.</summary>
    public required string SeatId { get; init; }

    public required Adoption Adoption { get; set; }

    /// <summary>Required unless the opinion is adopted.</summary>
    public string? Reason { get; set; }

    public required string AnsweredById { get; set; }

    public required DateTimeOffset At { get; set; }

    public int Version { get; set; }

    public Seat? Seat { get; init; }
}
