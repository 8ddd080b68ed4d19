namespace DocFlow.Office.People;

/// <summary>A person's absence (请假、离岗): meanwhile new work of their posts goes to the stand-ins (B角).</summary>
public sealed class Leave : IVersioned
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The end, exclusive; brought forward when the person is back earlier (销假).</summary>
    public required DateTimeOffset To { get; set; }

    public required string Reason { get; init; }

    public int Version { get; set; }

    public Person? Person { get; init; }
}
