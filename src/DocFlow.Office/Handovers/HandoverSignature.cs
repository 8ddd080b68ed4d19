using DocFlow.Office.People;

namespace DocFlow.Office.Handovers;

/// <summary>That one of both sides signed the sheet of a hand-over (交接单).</summary>
public sealed class HandoverSignature
{
    public required string HandoverId { get; init; }

    public required string PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public Person? Person { get; init; }
}
