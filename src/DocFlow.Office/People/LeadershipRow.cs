namespace DocFlow.Office.People;

/// <summary>A unit and the post in charge of it.</summary>
/// <param name="PostId">Null when no post is named for the unit itself.</param>
public sealed record LeadershipRow(string UnitId, string UnitName, string? PostId, string? PostShown);
