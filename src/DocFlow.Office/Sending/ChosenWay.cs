using DocFlow.Office.Notices;

namespace DocFlow.Office.Sending;

/// <summary>A kind of notice on a way.</summary>
public sealed record ChosenWay(NoticeKind Kind, NoticeWay Way);
