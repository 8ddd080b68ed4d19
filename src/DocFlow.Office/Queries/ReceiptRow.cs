using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>One recipient and its receipt (签收).</summary>
public sealed record ReceiptRow(string RecipientName, bool IsCopy, string? ReceivedByName, DateTimeOffset? ReceivedAt)
{
    /// <summary>With which sending-out it came: the first one, 补发 or 更正.</summary>
    public DistributionKind Kind { get; init; }

    public DateTimeOffset SentAt { get; init; }

    /// <summary>A recipient outside the system signs nothing here.</summary>
    public bool IsOutside { get; init; }
}
