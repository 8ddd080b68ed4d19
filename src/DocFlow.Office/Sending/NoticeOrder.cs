namespace DocFlow.Office.Sending;

/// <summary>What the outbox keeps of something to be sent: the content is looked up when it is.</summary>
/// <param name="NoticeId">Null for a digest.</param>
internal sealed record NoticeOrder(NoticeWay Way, string? NoticeId, string? PersonId = null, DateOnly? Day = null);
