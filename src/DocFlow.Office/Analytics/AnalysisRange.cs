namespace DocFlow.Office.Analytics;

/// <summary>The days that are analysed.</summary>
/// <param name="To">Its end, exclusive.</param>
public sealed record AnalysisRange(DateTimeOffset From, DateTimeOffset To, string Words);
