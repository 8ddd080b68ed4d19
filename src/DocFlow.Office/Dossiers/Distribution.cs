namespace DocFlow.Office.Dossiers;

/// <summary>One sending-out of a document (印发、补发、更正).</summary>
public sealed class Distribution
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>Document and purpose: a repeat returns the first result.</summary>
    public required string Key { get; init; }

    public DistributionKind Kind { get; init; }

    public required string? ByPersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>印数</summary>
    public required int Copies { get; init; }

    public List<Receipt> Receipts { get; } = [];
}
