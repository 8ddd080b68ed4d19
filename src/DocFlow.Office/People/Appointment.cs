namespace DocFlow.Office.People;

/// <summary>A person's hold on a post for a time.</summary>
public sealed class Appointment
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required string PostId { get; init; }

    /// <summary>A stand-in (B角): may act for the post's holder, and is named as doing so.</summary>
    public bool IsActing { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The end, exclusive; null while it lasts.</summary>
    public DateTimeOffset? To { get; set; }

    public Person? Person { get; init; }

    public Post? Post { get; init; }
}
