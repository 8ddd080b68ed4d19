namespace DocFlow.Office.Queries;

/// <summary>One version (第n稿).</summary>
public sealed record VersionRow(int Ordinal, string AuthorName, DateTimeOffset At, string? Note, string ContentHash);
