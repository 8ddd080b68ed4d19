using DocFlow.Documents.Signing;

namespace DocFlow.Documents.Pdf;

/// <summary>What a PDF says about itself. No clock is read: the same input gives the same bytes.</summary>
public sealed record PdfDetails(string Title, string Author)
{
    /// <summary>The moment written as creation date; left out when null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>For keeping: PDF/A-2u.</summary>
    public bool IsArchival { get; init; }

    /// <summary>Who signs it, and when; null leaves it unsigned.</summary>
    public PdfSigning? Signing { get; init; }
}
