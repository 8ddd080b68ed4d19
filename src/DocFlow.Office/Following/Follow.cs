namespace DocFlow.Office.Following;

/// <summary>A document that a person wants to hear of (关注).</summary>
public sealed class Follow
{
    public required string PersonId { get; init; }

    public required string DocumentId { get; init; }

    public required DateTimeOffset At { get; init; }
}
