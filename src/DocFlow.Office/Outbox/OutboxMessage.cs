namespace DocFlow.Office.Outbox;

/// <summary>Something to tell the workflow engine, written with the act that caused it and delivered after it.</summary>
public sealed class OutboxMessage : IVersioned
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Unique: the same thing is never told twice.</summary>
    public required string Key { get; init; }

    /// <summary>The document that waits for it.</summary>
    public string? DocumentId { get; init; }

    public required string PayloadJson { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset AvailableAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public OutboxState State { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>The step of the procedure that failed last, by its node; null when it is not known.</summary>
    public string? FaultNodeId { get; set; }

    /// <summary>When delivery first failed; null when it never did, and once it is done.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public int Version { get; set; }
}
