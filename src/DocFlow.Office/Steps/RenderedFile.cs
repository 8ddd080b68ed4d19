namespace DocFlow.Office.Steps;

/// <summary>One drawn file.</summary>
/// <param name="Format">docx or pdf.</param>
/// <param name="Pages">Its number of pages.</param>
public sealed record RenderedFile(string Format, byte[] Content, int Pages)
{
    /// <summary>Whose electronic signature it bears, with the certificate's number; null without one.</summary>
    public string? SignedBy { get; init; }
}
