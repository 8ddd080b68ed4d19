namespace DocFlow.Office.Circulation;

/// <summary>Whom a document is passed round to.</summary>
public sealed record CirculationOrder
{
    public IReadOnlyList<string> PersonIds { get; init; } = [];

    /// <summary>Everybody in these units and the units under them.</summary>
    public IReadOnlyList<string> UnitIds { get; init; } = [];

    /// <summary>The holders of these posts.</summary>
    public IReadOnlyList<string> PostIds { get; init; } = [];

    /// <summary>What the readers are told.</summary>
    public string? Note { get; init; }

    /// <summary>Names the press, so that a repeat sends nothing again.</summary>
    public string? Key { get; init; }
}
