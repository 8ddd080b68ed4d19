namespace DocFlow.Office.Schedules;

/// <summary>A person's private address for calendar programs (日程订阅). The address itself is told once and not kept.</summary>
public sealed class CalendarFeed : IVersioned
{
    public required string PersonId { get; init; }

    /// <summary>The SHA-256 of its secret, in hex.</summary>
    public required string SecretHash { get; set; }

    public required DateTimeOffset MadeAt { get; set; }

    public int Version { get; set; }
}
