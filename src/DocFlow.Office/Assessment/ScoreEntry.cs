namespace DocFlow.Office.Assessment;

/// <summary>One event that a score counts, and what it did to it.</summary>
public sealed class ScoreEntry
{
    public required string Id { get; init; }

    public required string SheetId { get; init; }

    /// <summary>The measure (指标) that it counts for.</summary>
    public required string Measure { get; init; }

    public required string EventId { get; init; }

    public string? DocumentId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How much it adds to the measure, times <see cref="ScoreSheet.Scale"/>.</summary>
    public required long Amount { get; init; }

    /// <summary>How much less the total would be without it, times <see cref="ScoreSheet.Scale"/>.</summary>
    public required long Points { get; init; }

    /// <summary>What happened, in one line.</summary>
    public required string Words { get; init; }

    public ScoreSheet? Sheet { get; init; }
}
