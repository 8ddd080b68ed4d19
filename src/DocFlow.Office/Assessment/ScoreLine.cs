namespace DocFlow.Office.Assessment;

/// <summary>A line of a formula: a name and how it is computed from measures and other lines.</summary>
public sealed record ScoreLine(string Name, string Formula);
