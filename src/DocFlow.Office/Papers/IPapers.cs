using DocFlow.Documents.Papers;

namespace DocFlow.Office.Papers;

/// <summary>The printed tables that go with a document, for those who work on it.</summary>
public interface IPapers
{
    /// <exception cref="RefusalException">There is no such document, or it doesn't concern the person.</exception>
    Task<Paper> ReadAsync(string personId, string documentId, PaperKind kind, CancellationToken cancellationToken = default);
}
