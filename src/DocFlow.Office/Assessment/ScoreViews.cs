namespace DocFlow.Office.Assessment;

/// <summary>A month's scores, of those whom the reader may see.</summary>
/// <param name="Words">The month as read.</param>
/// <param name="Formula">The version that counts for it.</param>
public sealed record ScoreTable(string Period, string Words, int Formula, IReadOnlyList<string> Lines, IReadOnlyList<ScoreRow> Rows, IReadOnlyList<ScoreUnit> Units, bool IsAssessor);

/// <summary>One person's line of the table.</summary>
/// <param name="Values">Of the formula's lines, in their order.</param>
public sealed record ScoreRow(string PersonId, string PersonName, string UnitName, decimal Total, int Revision, int Formula, IReadOnlyList<decimal> Values);

/// <summary>A unit's average.</summary>
public sealed record ScoreUnit(string UnitName, int People, decimal Average);

/// <summary>One person's score, down to the events.</summary>
public sealed record ScoreReading(string Period, string Words, string PersonId, string PersonName, string UnitName, decimal Total, int Formula, int Revision, DateTimeOffset At, string? Reason)
{
    /// <summary>The matter that it was computed for, from which an appeal is born; null for none that the reader may open.</summary>
    public string? MatterId { get; init; }

    public IReadOnlyList<ScoreLineReading> Lines { get; init; } = [];

    public IReadOnlyList<ScoreEventReading> Events { get; init; } = [];

    public IReadOnlyList<ScoreCorrectionReading> Corrections { get; init; } = [];

    /// <summary>All revisions, oldest first.</summary>
    public IReadOnlyList<ScoreRevision> Revisions { get; init; } = [];

    /// <summary>The reader may take an event out of it.</summary>
    public bool MayCorrect { get; init; }
}

/// <summary>A line with its value and the measures behind it.</summary>
public sealed record ScoreLineReading(string Name, string Formula, decimal Value, IReadOnlyList<string> Measures);

/// <summary>An event that counts.</summary>
/// <param name="Points">What it does to the total.</param>
/// <param name="DocumentId">The document or matter; null where the reader may not open it.</param>
public sealed record ScoreEventReading(string EventId, string Measure, DateTimeOffset At, decimal Amount, decimal Points, string Words, string? DocumentId);

/// <summary>An event that was taken out.</summary>
public sealed record ScoreCorrectionReading(string Measure, string EventId, string Reason, string By, DateTimeOffset At);

/// <summary>What it was at some time.</summary>
public sealed record ScoreRevision(int Revision, decimal Total, int Formula, DateTimeOffset At, string? Reason);

/// <summary>A score before and after a correction.</summary>
public sealed record ScoreChange(ScoreRevision Before, ScoreRevision After, IReadOnlyList<ScoreLineChange> Lines);

/// <summary>A line that changed.</summary>
public sealed record ScoreLineChange(string Name, decimal Before, decimal After);

/// <summary>What a document or matter did to somebody's score.</summary>
public sealed record DocumentScore(string PersonId, string PersonName, string Period, string Measure, decimal Points);
