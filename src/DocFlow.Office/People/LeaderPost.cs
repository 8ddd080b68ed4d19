namespace DocFlow.Office.People;

/// <summary>A post of the leadership, with unit and name as shown.</summary>
public sealed record LeaderPost(string PostId, string Shown);
