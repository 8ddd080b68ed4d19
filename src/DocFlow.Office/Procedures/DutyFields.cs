namespace DocFlow.Office.Procedures;

/// <summary>What of a procedure's matters is shown beside the duty sentence (任务句) that each came of.</summary>
/// <param name="Frequency">The choice how often; null for once.</param>
/// <param name="Answer">The field with the last answer.</param>
public sealed record DutyFields(string? Frequency, string Answer);
