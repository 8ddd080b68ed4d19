namespace DocFlow.Documents.Papers;

/// <summary>A row of a paper's table; its cells' spans add up to the table's columns.</summary>
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells)
{
    /// <summary>表头: repeated on each page.</summary>
    public bool IsHead { get; init; }

    /// <summary>Room for so many rows of text at least: a box to write in.</summary>
    public int LeastLines { get; init; } = 1;

    /// <summary>A head with one label for each column.</summary>
    public static PaperRow Head(params IEnumerable<string> labels) => new([.. labels.Select(PaperCell.Label)]) { IsHead = true };
}
