namespace DocFlow.Office.Dossiers;

/// <summary>An issued text that another one takes the place of (更正), once it is sealed. Both stay; the earlier one is marked.</summary>
public sealed class Correction : IVersioned
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

    /// <summary>When it was asked for, and once it is sent, when it was.</summary>
    public required DateTimeOffset At { get; set; }

    public CorrectionState State { get; set; }

    /// <summary>Who sealed the corrected text or gave it back, always a second person; null while it waits, and where the document bears no seal.</summary>
    public string? DecidedById { get; set; }

    /// <summary>Why it was given back.</summary>
    public string? RefusedBecause { get; set; }

    public int Version { get; set; }
}
