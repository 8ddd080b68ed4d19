using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Preview;

/// <summary>The words of a page with their places, to be laid transparently over its picture for selection and search.</summary>
public static class PageTextLayer
{
    private const double Descent = 1 - Millimetres.Ascent;

    /// <returns>One entry per run of one typeface, in reading order; landscape pages come in the measure of the upright sheet.</returns>
    public static IReadOnlyList<PlacedText> Of(TypesetPage page) =>
    [
        .. from line in page.Lines
           from run in line.Runs
           let em = Millimetres.OfPoints(run.Size)
           let box = new PlacedText(run.Text, run.X, line.Baseline - Millimetres.Ascent * em, run.Width, em * (Millimetres.Ascent + Descent), 0)
           select page.IsLandscape && line.Role != LineRole.PageNumber ? Turned(box) : box,
    ];

    // The head of the turned sheet lies at the portrait left, its left at the portrait bottom.
    private static PlacedText Turned(PlacedText box) => box with { X = box.Y, Y = LayoutProfile.PageHeight - box.X, Turn = -90 };
}
