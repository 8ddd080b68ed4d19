using DocFlow.Office;

namespace DocFlow.Persistence.Engine;

/// <summary>An event or a task's result that nobody waited for yet: who comes to wait for it in time gets it.</summary>
public sealed class StimulusRow : IVersioned
{
    public required string Id { get; set; }

    /// <summary>As a bookmark's.</summary>
    public required string Hash { get; set; }

    /// <summary>Only instances about this matter; null for any.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Only this instance; null for any.</summary>
    public string? InstanceId { get; set; }

    /// <summary>Only this execution; null for any.</summary>
    public string? ActivityInstanceId { get; set; }

    /// <summary>For the burst of who gets it, a JSON object.</summary>
    public required string InputJson { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The instance that got it. The row stays until it expires, so that a repeat of the same stimulus is known.</summary>
    public string? TakenBy { get; set; }

    public int Version { get; set; }
}
