namespace DocFlow.Office.Queries;

/// <summary>An issued text that another one took the place of (更正).</summary>
/// <param name="SealedByName">Who sealed the corrected text; null where it bears no seal of its own.</param>
public sealed record CorrectionRow(int FromVersion, int ToVersion, string Reason, string ByName, DateTimeOffset At, string? SealedByName = null);
