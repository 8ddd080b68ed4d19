namespace DocFlow.Documents.Checking;

/// <summary>A paragraph read back from a file.</summary>
/// <param name="Rows">Where it stands: the offset of each of its rows, with page and row of the page (PDF) or paragraph number (Word).</param>
/// <param name="IsTitle">Set in the size of titles, centred.</param>
internal sealed record PlacedParagraph(string Text, IReadOnlyList<(int Offset, int? Page, int Line)> Rows, bool IsTitle)
{
    /// <summary>The page and line of a character.</summary>
    public (int? Page, int Line) PlaceOf(int offset)
    {
        var row = Rows.Last(row => row.Offset <= Math.Max(0, offset));
        return (row.Page, row.Line);
    }
}
