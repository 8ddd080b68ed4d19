namespace DocFlow.Office.Queries;

/// <summary>What was passed round. Pages count from 0.</summary>
public interface ICirculationLists
{
    /// <summary>未阅: running sheets that the person hasn't read, newest first.</summary>
    Task<Paged<ReadingRow>> UnreadAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>已阅: what the person has read, the latest first.</summary>
    Task<Paged<ReadingRow>> ReadAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>The number of 未阅.</summary>
    Task<int> CountUnreadAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>A document's circulations, oldest first.</summary>
    Task<IReadOnlyList<CirculationView>> OfDocumentAsync(string personId, string documentId, CancellationToken cancellationToken = default);
}
