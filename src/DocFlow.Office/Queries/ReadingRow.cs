using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>A document that was passed to a reader.</summary>
/// <param name="Note">What the sender told the readers.</param>
/// <param name="ReadAt">Null while unread.</param>
/// <param name="IsEnded">The sender has ended it.</param>
public sealed record ReadingRow(
    string SheetId,
    string DocumentId,
    string Title,
    string Kind,
    string? Number,
    string? Urgency,
    DocumentState State,
    string SenderName,
    string? Note,
    DateTimeOffset SentAt,
    DateTimeOffset? ReadAt,
    string? Remark,
    bool IsEnded)
{
    /// <summary>Where the document is now, and with whom.</summary>
    public Whereabouts Now { get; init; } = Whereabouts.Nowhere;
}
