namespace DocFlow.Office.Events;

/// <summary>One act, for ever: who did what, when, on which text. Rows are chained by hash in the order of <see cref="Sequence"/>.</summary>
public sealed class OfficeEvent
{
    public required string Id { get; init; }

    /// <summary>From 1 without gaps; given by the context while it saves, until then the order within the transaction.</summary>
    public long Sequence { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, in Chinese: 送审, 同意, 退回, 编号 …</summary>
    public required string Act { get; init; }

    /// <summary>Null for an act of the system.</summary>
    public string? ActorId { get; init; }

    /// <summary>The actor's name at that time, or 系统.</summary>
    public required string ActorName { get; init; }

    /// <summary>The post that was acted in, as shown.</summary>
    public string? PostShown { get; init; }

    /// <summary>The name of the person who was stood in for (代).</summary>
    public string? OnBehalfOf { get; init; }

    public string? DocumentId { get; init; }

    public string? StepName { get; init; }

    public string? Opinion { get; init; }

    /// <summary>The SM3 of the document's text that the act was done on.</summary>
    public string? ContentHash { get; init; }

    public int? VersionOrdinal { get; init; }

    /// <summary>Further facts as a JSON object with Chinese names.</summary>
    public string? DetailJson { get; init; }

    public string PreviousHash { get; set; } = "";

    /// <summary>The SM3 over the row's canonical text and the previous hash.</summary>
    public string Hash { get; set; } = "";
}
