namespace DocFlow.Office.Queries;

/// <summary>One recipient and its receipt (签收).</summary>
public sealed record ReceiptRow(string RecipientName, bool IsCopy, string? ReceivedByName, DateTimeOffset? ReceivedAt);
