namespace DocFlow.Office.Repairs;

/// <summary>What the last comparison of office and engine found.</summary>
/// <param name="At">By the system clock.</param>
public sealed record ReconciliationState(DateTimeOffset At, IReadOnlyList<Discrepancy> Found);
