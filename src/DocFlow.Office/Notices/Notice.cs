using DocFlow.Office.Dossiers;
using DocFlow.Office.People;

namespace DocFlow.Office.Notices;

/// <summary>One message to one person.</summary>
public sealed class Notice : IVersioned
{
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>In Chinese, one line.</summary>
    public required string Text { get; init; }

    public string? DocumentId { get; init; }

    /// <summary>The work that it asks for: told outside the system only while that is open. Null when it only informs.</summary>
    public string? WorkItemId { get; init; }

    /// <summary>Who caused it; null for the system.</summary>
    public string? SenderId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Names what it is about, so that a repeat isn't told twice; unique with the person.</summary>
    public required string Key { get; init; }

    public int Version { get; set; }

    public Document? Document { get; init; }

    public Person? Sender { get; init; }
}
