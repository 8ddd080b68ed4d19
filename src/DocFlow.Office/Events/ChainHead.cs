namespace DocFlow.Office.Events;

/// <summary>The end of the event chain: the one row whose lock puts events of concurrent transactions in order.</summary>
public sealed class ChainHead
{
    /// <summary>The only row's id.</summary>
    public const int OnlyId = 1;

    public required int Id { get; init; }

    public long Sequence { get; set; }

    public string Hash { get; set; } = "";
}
