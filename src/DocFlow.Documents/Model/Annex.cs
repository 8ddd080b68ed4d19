namespace DocFlow.Documents.Model;

/// <summary>An annex (附件), printed before the 版记 where it is bound with the text (GB/T 9704 7.3.7).</summary>
/// <param name="Title">Its name, equal in the list of annexes and at its head.</param>
/// <param name="IsLandscape">横: set on pages turned by 90°.</param>
/// <param name="Body">Its text; empty when only the name is known yet.</param>
/// <param name="File">The file beside the source that the text came from, if any.</param>
public sealed record Annex(string Title, bool IsLandscape, IReadOnlyList<BodyBlock> Body, string? File = null)
{
    /// <summary>Not bound with the text: printed apart, under the document's number, with pages numbered anew.</summary>
    public bool IsDetached { get; init; }
}
