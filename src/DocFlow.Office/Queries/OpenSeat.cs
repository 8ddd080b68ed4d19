namespace DocFlow.Office.Queries;

/// <summary>A seat that the document waits for.</summary>
public sealed record OpenSeat(string SeatId, string StepName, string PersonName, string PostShown, DateTimeOffset OpenedAt, DateTimeOffset? DueAt);
