namespace DocFlow.Office.Queries;

/// <summary>One page of a list.</summary>
/// <param name="Total">Rows of the whole list.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total);
