using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Checking.Pdf;

/// <summary>A fault planted in the pages of a clean document.</summary>
/// <param name="Document">The clean document's name.</param>
/// <param name="Break">Sets something wrong.</param>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Words">What the row starts with at which it must be found; empty where it concerns a page.</param>
/// <param name="Measured">What must be said to have been measured.</param>
internal sealed record PdfFault(string Document, Func<TypesetDocument, TypesetDocument> Break, string Rule, string Words, string Measured)
{
    /// <summary>The page that it must be found on; by default that of the first row with the words.</summary>
    public int? Page { get; init; }

    /// <summary>Further changes in the written file.</summary>
    public Func<string, string>? Rewrite { get; init; }
}
