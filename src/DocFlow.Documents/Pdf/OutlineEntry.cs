using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Pdf;

/// <summary>A bookmark.</summary>
/// <param name="Depth">0 for the document and its annexes, one more for each level of headings.</param>
/// <param name="Page">The index of the page that it leads to.</param>
/// <param name="Line">The row that it leads to.</param>
internal sealed record OutlineEntry(int Depth, string Name, int Page, TextLine Line);
