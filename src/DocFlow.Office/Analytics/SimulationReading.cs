namespace DocFlow.Office.Analytics;

/// <summary>What past items would have met on a version of their procedure.</summary>
/// <param name="Version">The version that was played.</param>
public sealed record SimulationReading(string Title, int Version, IReadOnlyList<SimulatedItem> Items, IReadOnlyList<SimulatedLoad> Loads)
{
    public int Over => Items.Count(item => item.IsOver);
}

/// <summary>A past item.</summary>
/// <param name="DocumentId">Null where the reader may not open it.</param>
/// <param name="IsOver">It came to the end.</param>
/// <param name="EndsAt">When it would be over, begun now, each step lasting as long as it mostly did; null where it doesn't end.</param>
public sealed record SimulatedItem(string? DocumentId, string Title, bool IsOver, IReadOnlyList<SimulatedVisit> Path, DateTimeOffset? EndsAt, double Hours);

/// <summary>A step of its way.</summary>
/// <param name="PassedBecause">Why it was passed; null where people decide.</param>
public sealed record SimulatedVisit(string Step, IReadOnlyList<string> People, string? PassedBecause, double? Hours);

/// <summary>What a person would have to do for all of them.</summary>
/// <param name="Open">What the person has to do already.</param>
/// <param name="IsHeavy">Twice as much as the middle person, and at least one step an item for half of the items.</param>
public sealed record SimulatedLoad(string PersonId, string PersonName, int Steps, double Hours, int Open, bool IsHeavy);
