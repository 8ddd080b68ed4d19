using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>What came of reading a source: a document, or the problems that prevent one.</summary>
/// <param name="Document">Null when there is any problem.</param>
/// <param name="Findings">What was normalised on the way.</param>
public sealed record SourceReading(OfficialDocument? Document, IReadOnlyList<Finding> Findings, IReadOnlyList<SourceProblem> Problems)
{
    /// <summary>The line of each element, by its Chinese name.</summary>
    public IReadOnlyDictionary<string, int> ElementLines { get; init; } = new Dictionary<string, int>();

    public bool IsReadable => Document is not null;
}
