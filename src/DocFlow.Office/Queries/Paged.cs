namespace DocFlow.Office.Queries;

/// <summary>One page of a list.</summary>
/// <param name="Total">Rows of the whole list; of what grows without end, such as a person's work, up to 10,000; of followed documents up to 1,000 beyond the page.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total);
