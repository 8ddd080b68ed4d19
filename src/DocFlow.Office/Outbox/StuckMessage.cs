namespace DocFlow.Office.Outbox;

/// <summary>A message that could not be delivered so far.</summary>
/// <param name="IsGivenUp">Nobody tries it again until an administrator sends it.</param>
public sealed record StuckMessage(string Id, string? DocumentId, string? Title, string Kind, bool IsGivenUp, int Attempts, DateTimeOffset Since, string Error);
