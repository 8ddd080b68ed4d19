namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Part of a list.</summary>
/// <param name="TotalCount">Of the whole list.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long TotalCount);
