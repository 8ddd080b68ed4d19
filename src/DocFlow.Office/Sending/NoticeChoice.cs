using DocFlow.Office.Notices;

namespace DocFlow.Office.Sending;

/// <summary>A kind of notice that a person wants on a way; what isn't chosen stays in the system.</summary>
public sealed class NoticeChoice
{
    public required string PersonId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required NoticeWay Way { get; init; }
}
