namespace DocFlow.Office.People;

/// <summary>One person's work done by another for a time (委托代理), one way; both names are shown (代 ×××).</summary>
public sealed class Delegation : IVersioned
{
    public required string Id { get; init; }

    public required string FromPersonId { get; init; }

    public required string ToPersonId { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The moment it ends; brought forward when it is revoked.</summary>
    public required DateTimeOffset To { get; set; }

    public required string Reason { get; init; }

    public int Version { get; set; }

    public Person? FromPerson { get; init; }

    public Person? ToPerson { get; init; }
}
