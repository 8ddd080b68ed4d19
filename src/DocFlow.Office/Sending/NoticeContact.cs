using DocFlow.Office.People;

namespace DocFlow.Office.Sending;

/// <summary>Where a person is reached outside the system, and whether with a daily digest.</summary>
public sealed class NoticeContact : IVersioned
{
    public required string PersonId { get; init; }

    public string? Mail { get; set; }

    /// <summary>每日汇总</summary>
    public bool WantsDigest { get; set; }

    /// <summary>The last day whose digest was ordered.</summary>
    public DateOnly? LastDigestOn { get; set; }

    public int Version { get; set; }

    public Person? Person { get; init; }
}
