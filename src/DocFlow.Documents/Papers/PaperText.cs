namespace DocFlow.Documents.Papers;

/// <summary>A paragraph in a cell.</summary>
public sealed record PaperText(string Words, PaperSide Side = PaperSide.Left);

/// <summary>Where the rows of a paragraph stand in their cell.</summary>
public enum PaperSide
{
    Left,
    Middle,
    Right,
}
