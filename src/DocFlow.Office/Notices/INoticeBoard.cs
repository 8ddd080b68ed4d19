using DocFlow.Office.Queries;

namespace DocFlow.Office.Notices;

/// <summary>A person's notices. Pages count from 0; marking saves by itself.</summary>
public interface INoticeBoard
{
    /// <summary>All notices, newest first.</summary>
    Task<Paged<NoticeRow>> ListAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    Task<int> CountUnreadAsync(string personId, CancellationToken cancellationToken = default);

    /// <exception cref="RefusalException">The person has no such notice.</exception>
    Task ReadAsync(string personId, string noticeId, CancellationToken cancellationToken = default);

    /// <summary>The document was opened: what was told of it is known now.</summary>
    Task ReadOfDocumentAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <returns>How many were marked.</returns>
    Task<int> ReadAllAsync(string personId, CancellationToken cancellationToken = default);
}
