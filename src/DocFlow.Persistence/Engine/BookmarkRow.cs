using DocFlow.Office;

namespace DocFlow.Persistence.Engine;

/// <summary>A place where an instance waits: found by its stimulus, or by the time at which it is due.</summary>
public sealed class BookmarkRow : IVersioned
{
    /// <summary>The bookmark's own id.</summary>
    public required string Id { get; set; }

    public required string InstanceId { get; set; }

    public required string CorrelationId { get; set; }

    public required string Name { get; set; }

    public required string Hash { get; set; }

    /// <summary>The execution that waits.</summary>
    public string? ActivityInstanceId { get; set; }

    /// <summary>On the office's clock; null when time doesn't resume it.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Until when one host has it, or how long to leave it after a failure; on the system's clock.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public int Version { get; set; }
}
