using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <summary>Where a page of a list begins, whatever number was asked for.</summary>
internal static class Paging
{
    /// <summary>Nobody scrolls further; counting on would take the longer the more there are.</summary>
    public const int MostCounted = 10_000;

    private const int MostAhead = 1_000;

    /// <summary>How many there are, up to ten thousand.</summary>
    public static Task<int> CountAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken) => rows.Take(MostCounted).CountAsync(cancellationToken);

    /// <summary>How many there are, up to a thousand beyond the page: for rows that have to be asked one by one whether they belong to the list.</summary>
    public static Task<int> CountAheadAsync<T>(IQueryable<T> rows, int page, int size, CancellationToken cancellationToken) =>
        rows.Take((int)Math.Min((long)Skip(page, size) + size + MostAhead, int.MaxValue)).CountAsync(cancellationToken);

    public static int Skip(int page, int size) => (int)Math.Min((long)Math.Max(page, 0) * size, int.MaxValue);
}
