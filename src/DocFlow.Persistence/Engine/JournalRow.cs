namespace DocFlow.Persistence.Engine;

/// <summary>A line of an instance's journal.</summary>
public sealed class JournalRow
{
    public long Id { get; set; }

    public required string InstanceId { get; set; }

    public required long Sequence { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Event { get; set; }

    public required string NodeId { get; set; }

    public required string ActivityType { get; set; }

    public string? DataJson { get; set; }
}
