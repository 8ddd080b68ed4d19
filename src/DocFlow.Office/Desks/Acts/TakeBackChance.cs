using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Whether a document can be taken back now, and where to.</summary>
/// <param name="Refusal">Why not; null when it can.</param>
internal sealed record TakeBackChance(RefusalException? Refusal)
{
    /// <summary>The step that it is taken from.</summary>
    public WorkItem? Open { get; init; }

    /// <summary>The taker's own step; null for the drafter who has just started it.</summary>
    public WorkItem? Own { get; init; }

    /// <summary>Null for the drafter.</summary>
    public string? ToNodeId { get; init; }

    public string? StraightToNodeId { get; init; }
}
