namespace DocFlow.Office.Queries;

/// <summary>A document with everything about it, as one person may see it.</summary>
public interface IDossier
{
    /// <exception cref="RefusalException">There is no such document, or it doesn't concern the person: the same answer for both.</exception>
    Task<Dossier> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Changes whenever something on the document's page would: cheap to ask again and again.</summary>
    Task<string> ReadStampAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>How a document stands, for an administrator: no text, no opinions, nothing to press.</summary>
    /// <exception cref="RefusalException">There is no such document.</exception>
    Task<Dossier> ReadOverviewAsync(string documentId, CancellationToken cancellationToken = default);

    /// <summary>What a produced file was drawn from, so that its pages can be shown.</summary>
    Task<DrawnFile> ReadDrawnAsync(string personId, string documentId, string fileHash, CancellationToken cancellationToken = default);

    /// <summary>The source text of a version.</summary>
    Task<string> ReadSourceAsync(string personId, string documentId, int ordinal, CancellationToken cancellationToken = default);

    /// <summary>Opens a produced file or annex of the document; the caller disposes the stream.</summary>
    Task<Stream> OpenFileAsync(string personId, string documentId, string fileHash, CancellationToken cancellationToken = default);
}
