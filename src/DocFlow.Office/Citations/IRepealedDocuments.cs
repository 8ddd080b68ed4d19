using DocFlow.Documents.Checking;

namespace DocFlow.Office.Citations;

/// <summary>Documents that were repealed (废止) after their evaluation.</summary>
public interface IRepealedDocuments
{
    /// <summary>What is found of citations of repealed documents in a text (T-21).</summary>
    Task<IReadOnlyList<Finding>> CheckAsync(string sourceText, CancellationToken cancellationToken = default);
}
