namespace DocFlow.Office.Desks;

/// <summary>What a decision did.</summary>
/// <param name="StepOutcome">The outcome that the whole step goes on with; null while it waits for other seats.</param>
/// <param name="WasRecordedBefore">This very press had been recorded already.</param>
public sealed record SeatDecision(string WorkItemId, string Outcome, DateTimeOffset DecidedAt, string? StepOutcome, bool WasRecordedBefore);
