using DocFlow.Office.Queries;

namespace DocFlow.Office.Following;

/// <summary>Documents that a person wants to hear of (关注). Following and leaving save by themselves, and may be repeated.</summary>
public interface IFollowing
{
    /// <exception cref="RefusalException">The person may not read the document with its drafts.</exception>
    Task FollowAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    Task LeaveAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    Task<bool> IsFollowedAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>What the person follows and may still read, the latest followed first. Pages count from 0.</summary>
    Task<Paged<FollowRow>> ListAsync(string personId, int page, int size, CancellationToken cancellationToken = default);
}
