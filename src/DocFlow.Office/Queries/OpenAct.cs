namespace DocFlow.Office.Queries;

/// <summary>Acts that are open to the reader on one seat.</summary>
/// <param name="Outcomes">The forward one first.</param>
/// <param name="OnBehalfOf">The seat's holder when the reader stands in for them.</param>
public sealed record OpenAct(string SeatId, string StepName, IReadOnlyList<string> Outcomes, DateTimeOffset? DueAt, string? OnBehalfOf);
