namespace DocFlow.Documents.Papers;

/// <summary>A cell of a paper's table.</summary>
/// <param name="Texts">Its paragraphs.</param>
public sealed record PaperCell(IReadOnlyList<PaperText> Texts)
{
    /// <summary>How many columns it covers.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Set in 黑体, as what the form itself says.</summary>
    public bool IsLabel { get; init; }

    public static PaperCell Label(string words) => new([new PaperText(words, PaperSide.Middle)]) { IsLabel = true };

    public static PaperCell Of(string? words, PaperSide side = PaperSide.Left) => new([new PaperText(words ?? "", side)]);
}
