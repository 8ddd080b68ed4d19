namespace DocFlow.Office.Steps;

/// <summary>One recipient.</summary>
/// <param name="UnitId">Null when it isn't in the system.</param>
internal sealed record Recipient(string Name, string? UnitId, bool IsCopy);
