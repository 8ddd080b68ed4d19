using DocFlow.Documents.Papers;
using DocFlow.Office.Queries;

namespace DocFlow.Office.Seals;

/// <summary>用印登记簿: a view over the seals that were put on documents and on matters' documents. Its keeper (监印) reads all, others what they may open.</summary>
public interface ISealBook
{
    /// <summary>A page of it, newest first. Pages count from 0.</summary>
    /// <exception cref="RefusalException">The days are no span, or the words are too long.</exception>
    Task<Paged<SealBookRow>> ReadAsync(string personId, SealBookQuery query, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>As the office's printed table, oldest first.</summary>
    /// <exception cref="RefusalException">As for reading; or more rows than a table holds.</exception>
    Task<Paper> PrintAsync(string personId, SealBookQuery query, CancellationToken cancellationToken = default);
}

/// <summary>What is asked of the register of seals.</summary>
/// <param name="To">The last day, inclusive.</param>
/// <param name="Words">In the title, the number, or the names of who asked or sealed; null or empty for all.</param>
public sealed record SealBookQuery(DateOnly From, DateOnly To, string? Words = null);
