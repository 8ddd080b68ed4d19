namespace DocFlow.Office.Dossiers;

/// <summary>An issued text that another one takes the place of (更正). Both stay; the earlier one is marked.</summary>
public sealed class Correction
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>The text that was wrong (第n稿).</summary>
    public required int FromVersion { get; init; }

    /// <summary>The text that holds now.</summary>
    public required int ToVersion { get; init; }

    /// <summary>What was wrong, in the words of who corrected it.</summary>
    public required string Reason { get; init; }

    public required string ById { get; init; }

    public required DateTimeOffset At { get; init; }
}
