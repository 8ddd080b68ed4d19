using DocFlow.Documents.Handwriting;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Office.Papers;

/// <summary>An opinion that was written by hand, in its box of a printed form.</summary>
internal static class WrittenOpinion
{
    // mm: three rows of the form for who decides, two for the others, so that an ordinary form stays one page.
    private static readonly (double Width, double Height) Large = (100, 19);
    private static readonly (double Width, double Height) Small = (80, 12.5);

    /// <param name="by">Whose hand it is, with the person stood in for.</param>
    public static SealImage Image(PenWriting writing, string by, string day, bool isLarge)
    {
        var (width, height) = isLarge ? Large : Small;
        return PenPicture.Image(writing, $"{by}{day}手写意见", width, height);
    }
}
