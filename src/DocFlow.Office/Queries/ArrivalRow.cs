namespace DocFlow.Office.Queries;

/// <summary>An issued document that waits to be signed for (待签收).</summary>
/// <param name="RecipientName">The unit that it was sent to.</param>
/// <param name="IsCopy">Only copied (抄送).</param>
public sealed record ArrivalRow(string DocumentId, string Title, string? Number, string? Urgency, string RecipientName, bool IsCopy, DateTimeOffset SentAt);
