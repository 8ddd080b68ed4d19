namespace DocFlow.Office.Handovers;

/// <summary>Who asks the hand-over desk: a person of the office, or an administrator's account.</summary>
/// <param name="PersonId">Null for an account that is nobody of the office.</param>
public sealed record HandoverActor(string? PersonId, string Account, bool IsAdministrator);
