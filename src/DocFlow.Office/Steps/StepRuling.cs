namespace DocFlow.Office.Steps;

/// <summary>What the rules say of a document that comes to a step.</summary>
/// <param name="PassedBecause">Why it is passed at once, in Chinese; null when it stops here.</param>
/// <param name="People">Whom it stops with; nobody where a post that must not be passed is vacant.</param>
/// <param name="IsOnWay">See <see cref="StepPassing"/>.</param>
internal sealed record StepRuling(string? PassedBecause, IReadOnlyList<Assignee> People, bool IsOnWay = false);
