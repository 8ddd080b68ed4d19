using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Papers;

/// <summary>A paragraph in a cell.</summary>
public sealed record PaperText(string Words, PaperSide Side = PaperSide.Left)
{
    /// <summary>A picture before its first row, such as a signature: as high as two rows, and over what else stands there.</summary>
    public SealImage? Picture { get; init; }

    /// <summary>A picture in place of words, such as handwriting: at the left, on rows of its own that stay on one page.</summary>
    public SealImage? Block { get; init; }
}

/// <summary>Where the rows of a paragraph stand in their cell.</summary>
public enum PaperSide
{
    Left,
    Middle,
    Right,
}
