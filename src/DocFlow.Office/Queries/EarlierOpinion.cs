namespace DocFlow.Office.Queries;

/// <summary>An opinion of a countersigner that was given on an earlier text than the current one.</summary>
/// <param name="Ordinal">The version that it was given on (第n稿).</param>
public sealed record EarlierOpinion(string StepName, string PersonName, string PostShown, int Ordinal);
