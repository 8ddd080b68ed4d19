namespace DocFlow.Documents.Comparing;

/// <summary>Text that both versions have, or one of them.</summary>
internal readonly record struct TextPiece(PieceKind Kind, string Text);

internal enum PieceKind
{
    Kept,
    Deleted,
    Inserted,
}
