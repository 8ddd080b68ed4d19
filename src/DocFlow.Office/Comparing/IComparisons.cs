using DocFlow.Documents.Comparing;

namespace DocFlow.Office.Comparing;

/// <summary>Versions of a document to be compared (花脸稿), for those who work on it.</summary>
public interface IComparisons
{
    /// <summary>The versions from one to another, in order, each with who made it in which step.</summary>
    /// <exception cref="RefusalException">There is no such document or version, or one can't be read.</exception>
    Task<IReadOnlyList<ComparedVersion>> ReadAsync(string personId, string documentId, int from, int to, CancellationToken cancellationToken = default);
}
