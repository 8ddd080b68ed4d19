namespace DocFlow.Office.Assessment;

/// <summary>One person's score of one month (考核得分), as it was computed; a later computation that comes to something else is a further revision.</summary>
public sealed class ScoreSheet : IVersioned
{
    /// <summary>Values are kept whole: four places after the point.</summary>
    public const int Scale = 10_000;

    public required string Id { get; init; }

    /// <summary>The month: 2026-11.</summary>
    public required string Period { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's unit when it was computed.</summary>
    public required string UnitId { get; init; }

    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The last revision.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>The version of the formula that it was computed with.</summary>
    public required int Formula { get; init; }

    /// <summary>The lines' values as JSON, in the formula's order.</summary>
    public required string LinesJson { get; init; }

    /// <summary>总分, times <see cref="Scale"/>.</summary>
    public required long Total { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was computed again; null for the first time.</summary>
    public string? Reason { get; init; }

    /// <summary>Who had it computed; null for the procedure.</summary>
    public string? ById { get; init; }

    /// <summary>The matter that it was computed for; null where it was computed by hand.</summary>
    public string? MatterId { get; init; }

    public int Version { get; set; }

    public List<ScoreEntry> Entries { get; } = [];
}
