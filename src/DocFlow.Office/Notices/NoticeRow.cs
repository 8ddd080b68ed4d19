namespace DocFlow.Office.Notices;

/// <summary>A notice in a list.</summary>
/// <param name="SenderName">Null for the system.</param>
/// <param name="ReadAt">Null while unread.</param>
public sealed record NoticeRow(string Id, NoticeKind Kind, string Text, string? DocumentId, string? SenderName, DateTimeOffset At, DateTimeOffset? ReadAt);
