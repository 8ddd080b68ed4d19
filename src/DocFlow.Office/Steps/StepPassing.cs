namespace DocFlow.Office.Steps;

/// <summary>Whether a step opens for a document that comes to it.</summary>
/// <param name="Reason">Why it is passed at once, in Chinese; null when it opens.</param>
/// <param name="OnlyFor">Whoever took the document back to this step (取回); null for those whom the step names.</param>
/// <param name="IsOnWay">It only goes by here, on its way back or straight on: the step itself wasn't asked.</param>
internal sealed record StepPassing(string? Reason, Assignee? OnlyFor = null, bool IsOnWay = false);
