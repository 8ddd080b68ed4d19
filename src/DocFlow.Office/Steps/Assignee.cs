namespace DocFlow.Office.Steps;

/// <summary>A person who gets a seat.</summary>
/// <param name="PostId">The post that it is given for; null when the person was named.</param>
internal sealed record Assignee(string PersonId, string? PostId, string Shown);
