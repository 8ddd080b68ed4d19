namespace DocFlow.Documents.Pdf;

/// <summary>A piece of a page's content that belongs to an element of the structure.</summary>
/// <param name="Page">The index of the page.</param>
/// <param name="Type">The element's type.</param>
/// <param name="Id">Its marked-content id on the page.</param>
internal sealed record ContentMark(int Page, string Type, int Id);
