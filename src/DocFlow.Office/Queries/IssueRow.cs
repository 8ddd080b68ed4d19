namespace DocFlow.Office.Queries;

/// <summary>One line of the register of issued documents.</summary>
/// <param name="Copies">印数; null before it is issued.</param>
/// <param name="SentTo">发往, joined with “，”.</param>
/// <param name="Received">How many have signed for it.</param>
/// <param name="Receipts">How many are to sign for it.</param>
public sealed record IssueRow(
    string DocumentId,
    string Number,
    string Title,
    string Kind,
    string? SignerName,
    DateTimeOffset? SignedAt,
    DateTimeOffset? IssuedAt,
    int? Copies,
    string SentTo,
    int Received,
    int Receipts,
    bool IsVoid);
