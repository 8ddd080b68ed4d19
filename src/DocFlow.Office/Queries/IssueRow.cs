namespace DocFlow.Office.Queries;

/// <summary>One line of the register of issued documents (发文登记簿).</summary>
/// <param name="Ordinal">序号: the place among the year's rows that the reader may see, in the order of registration, from 1.</param>
/// <param name="Classification">密级和保密期限; 无 for all others, and so for all where classified documents are refused.</param>
/// <param name="Date">成文日期: the day of signing in the office's zone.</param>
/// <param name="Copies">印数; null before it is issued.</param>
/// <param name="SentTo">发往, joined with “，”.</param>
/// <param name="Received">How many have signed for it.</param>
/// <param name="Receipts">How many are to sign for it.</param>
public sealed record IssueRow(
    int Ordinal,
    string DocumentId,
    string Number,
    string Title,
    string Classification,
    string Kind,
    string? SignerName,
    DateTimeOffset? SignedAt,
    DateOnly? Date,
    DateTimeOffset? IssuedAt,
    int? Copies,
    string SentTo,
    int Received,
    int Receipts,
    bool IsVoid);
