namespace DocFlow.Office.Queries;

/// <summary>An issued text that another one took the place of (更正).</summary>
public sealed record CorrectionRow(int FromVersion, int ToVersion, string Reason, string ByName, DateTimeOffset At);
