namespace DocFlow.Documents.Typesetting;

/// <summary>One face of paper, in portrait measure; everything on it is in mm from the sheet's top-left corner.</summary>
/// <param name="Number">The page's number in the document, from 1, whether printed or not.</param>
/// <param name="IsLandscape">The content is turned by 90° clockwise (head at the portrait left); the sheet and its page number stay portrait.</param>
/// <param name="Lines">Rows of text in reading order.</param>
/// <param name="Rules">Drawn lines.</param>
public sealed record TypesetPage(
    int Number,
    bool IsLandscape,
    IReadOnlyList<TextLine> Lines,
    IReadOnlyList<RuleLine> Rules)
{
    /// <summary>Seals and stamps, drawn over the text.</summary>
    public IReadOnlyList<PlacedSeal> Seals { get; init; } = [];
}
