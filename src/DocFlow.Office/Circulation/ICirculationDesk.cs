namespace DocFlow.Office.Circulation;

/// <summary>Passing documents round (传阅), as pages and the API do it: each call saves by itself, with its event and notices.</summary>
public interface ICirculationDesk
{
    /// <summary>Passes a document round; by anyone who may read it with its drafts. The same press repeated finds the first sheet.</summary>
    /// <returns>The sheet's id.</returns>
    Task<string> SendAsync(string actorId, string documentId, CirculationOrder order, CancellationToken cancellationToken = default);

    /// <summary>Adds readers to one's own sheet; who is on it already isn't asked twice.</summary>
    /// <returns>How many were added.</returns>
    Task<int> AddAsync(string actorId, string sheetId, CirculationOrder order, CancellationToken cancellationToken = default);

    /// <summary>Ends one's own sheet. While somebody hasn't read it, only when that is said to be known.</summary>
    Task<CirculationEnding> EndAsync(string actorId, string sheetId, bool evenUnread, CancellationToken cancellationToken = default);
}
