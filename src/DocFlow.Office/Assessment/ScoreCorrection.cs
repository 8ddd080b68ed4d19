namespace DocFlow.Office.Assessment;

/// <summary>An event that isn't counted for a person after all (更正): the event itself stays in the log as it was.</summary>
public sealed class ScoreCorrection
{
    public const int MostReason = 500;

    public required string Id { get; init; }

    public required string Period { get; init; }

    public required string PersonId { get; init; }

    public required string EventId { get; init; }

    public required string Measure { get; init; }

    public required string Reason { get; init; }

    public required string ById { get; init; }

    public required DateTimeOffset At { get; init; }
}
