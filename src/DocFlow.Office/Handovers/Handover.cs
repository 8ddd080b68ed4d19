using DocFlow.Office.People;

namespace DocFlow.Office.Handovers;

/// <summary>Everything that a person holds given to others in one act (轮岗交接), now or at a moment to come.</summary>
public sealed class Handover : IVersioned
{
    public required string Id { get; init; }

    /// <summary>Who leaves the post.</summary>
    public required string PersonId { get; init; }

    /// <summary>The moment, by the office clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The post that the person goes to; null for who leaves the office.</summary>
    public string? ToPostId { get; init; }

    /// <summary>Who takes the posts that the person leaves; null when nobody does yet.</summary>
    public string? SuccessorId { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who ordered it: a person of 组织人事科, or null for an administrator's account.</summary>
    public string? OrderedById { get; init; }

    /// <summary>The orderer's name or account, as shown.</summary>
    public required string OrderedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Names the press that ordered it: unique, so that a repeated press finds this one.</summary>
    public required string Key { get; init; }

    /// <summary>The person while it is still to be done, null after: unique, so that nobody is handed over twice at once.</summary>
    public string? OpenPersonId { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Unit and posts before, as shown.</summary>
    public required string FromShown { get; init; }

    /// <summary>Unit and post after, as shown; null for who leaves the office.</summary>
    public string? ToShown { get; init; }

    /// <summary>Failed tries.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last try failed, in Chinese.</summary>
    public string? LastError { get; set; }

    public int Version { get; set; }

    public List<HandoverItem> Items { get; } = [];

    public List<HandoverSignature> Signatures { get; } = [];

    public Person? Person { get; init; }
}
