using DocFlow.Office.Notices;

namespace DocFlow.Office.Sending;

/// <summary>A notice as it leaves the system.</summary>
/// <param name="Id">The same when it is sent again: a receiver that knows it leaves it.</param>
/// <param name="Kind">Null for a digest.</param>
/// <param name="Subject">One line.</param>
/// <param name="Lines">Plain text; whoever sends it escapes it.</param>
public sealed record OutsideNotice(
    string Id, string Login, string PersonName, string? Mail, NoticeKind? Kind, string Subject, IReadOnlyList<string> Lines, string? DocumentId, DateTimeOffset At);
