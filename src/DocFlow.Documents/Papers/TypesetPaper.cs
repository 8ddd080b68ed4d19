using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Papers;

/// <summary>A paper laid out.</summary>
public sealed record TypesetPaper
{
    internal TypesetPaper(Paper paper, TypesetDocument layout, IReadOnlyList<PlacedPiece> pieces) => (Paper, Layout, Pieces) = (paper, layout, pieces);

    public Paper Paper { get; }

    /// <summary>Its pages, as a document's.</summary>
    public TypesetDocument Layout { get; }

    /// <summary>The table's rows as they stand on the pages; heads once.</summary>
    internal IReadOnlyList<PlacedPiece> Pieces { get; }
}

/// <summary>A row of the table, or the part of it that stands on one page.</summary>
/// <param name="Height">Twips.</param>
internal sealed record PlacedPiece(PaperRow Row, int Height, IReadOnlyList<IReadOnlyList<CellLine>> Cells);

/// <summary>A row of text in a cell; an empty paragraph has no line.</summary>
/// <param name="Paragraph">The index of the cell's paragraph that it belongs to.</param>
internal sealed record CellLine(int Paragraph, PaperSide Side, TextLine? Line)
{
    /// <summary>A picture that stands before it.</summary>
    public SealImage? Picture { get; init; }

    /// <summary>A picture that stands on it and on the rows below it.</summary>
    public SealImage? Block { get; init; }

    /// <summary>A picture that began above stands on it: the page doesn't end before it.</summary>
    public bool IsHeld { get; init; }
}
