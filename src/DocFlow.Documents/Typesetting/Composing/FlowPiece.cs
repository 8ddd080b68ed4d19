namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>Something that stands on one page and pushes what follows down.</summary>
/// <param name="Height">mm.</param>
/// <param name="Draw">Puts it on a page; the second argument is the top of its first row's em box.</param>
internal sealed record FlowPiece(double Height, Action<PageBuilder, double> Draw)
{
    /// <summary>Stays on one page with the next piece: headings, the head of a table.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Always starts a page.</summary>
    public bool StartsPage { get; init; }

    /// <summary>White: dropped at a page's top.</summary>
    public bool IsBlank { get; init; }

    /// <summary>Drawn again above it when it starts a page: a table's head.</summary>
    public FlowPiece? RepeatedHead { get; init; }

    public static FlowPiece Blank(double height) => new(height, static (_, _) => { }) { IsBlank = true };
}
