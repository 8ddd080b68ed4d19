namespace DocFlow.Office.Queries;

/// <summary>One circulation of a document, as a person may see it.</summary>
/// <param name="Readers">In the organisation's order: all for the sender, oneself for a reader, nobody for others.</param>
/// <param name="IsMine">The person sent it, and may add readers and end it.</param>
/// <param name="MayRemark">The person is a reader of it, and it still goes round.</param>
public sealed record CirculationView(
    string SheetId,
    string SenderName,
    string? Note,
    DateTimeOffset At,
    DateTimeOffset? EndedAt,
    int Total,
    int Read,
    IReadOnlyList<ReaderRow> Readers,
    bool IsMine,
    bool MayRemark);
