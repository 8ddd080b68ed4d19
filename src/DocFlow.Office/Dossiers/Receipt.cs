namespace DocFlow.Office.Dossiers;

/// <summary>One recipient of a distribution, and when it signed for it (签收).</summary>
public sealed class Receipt : IVersioned
{
    public required string Id { get; init; }

    public required string DistributionId { get; init; }

    /// <summary>The recipient as printed.</summary>
    public required string RecipientName { get; init; }

    /// <summary>Null for a recipient outside the system.</summary>
    public string? UnitId { get; init; }

    /// <summary>Whether it is only copied (抄送).</summary>
    public bool IsCopy { get; init; }

    public required int Order { get; init; }

    public string? ReceivedById { get; set; }

    public DateTimeOffset? ReceivedAt { get; set; }

    public int Version { get; set; }
}
