namespace DocFlow.Documents.Checking.PdfFiles.Reading;

/// <summary>What a page draws, in points from its lower-left corner as its content says.</summary>
/// <param name="LooseFonts">Fonts that the page's text uses and the file doesn't hold.</param>
internal sealed record PdfContent(int Number, double Width, double Height, IReadOnlyList<PdfLetter> Letters, IReadOnlyList<PdfShape> Shapes, IReadOnlyList<PdfBox> Pictures, IReadOnlyCollection<string> LooseFonts);

/// <summary>A drawn glyph: where its baseline starts and ends, and its ink's upper and lower edge.</summary>
internal readonly record struct PdfLetter(string Text, double X, double Y, double EndX, double InkTop, double InkBottom, double Size, string Font, uint Colour, bool IsUpright);

/// <summary>One part of a drawn path.</summary>
/// <param name="LineWidth">Null when it is filled.</param>
/// <param name="IsCurved">Whether it has a curve.</param>
internal readonly record struct PdfShape(PdfBox Box, double? LineWidth, uint Colour, bool IsCurved);

internal readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public PdfBox With(double x, double y) => new(Math.Min(Left, x), Math.Min(Bottom, y), Math.Max(Right, x), Math.Max(Top, y));
}
