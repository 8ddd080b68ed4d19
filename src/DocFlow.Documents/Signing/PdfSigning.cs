namespace DocFlow.Documents.Signing;

/// <summary>How a PDF is signed.</summary>
/// <param name="At">The moment of signing, by the signer's clock.</param>
/// <param name="Reason">Why, as readers show it.</param>
public sealed record PdfSigning(IDocumentSigner Signer, DateTimeOffset At, string Reason);
