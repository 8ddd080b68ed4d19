namespace DocFlow.Documents.Preview;

/// <summary>Words on a page, mm from the upright sheet's top-left corner.</summary>
/// <param name="X">The left end of the top edge, in reading direction.</param>
/// <param name="Y">The height of that same corner.</param>
/// <param name="Width">Along the reading direction.</param>
/// <param name="Height">Across it.</param>
/// <param name="Turn">Degrees clockwise about that corner: 0, or -90 on a landscape page.</param>
public sealed record PlacedText(string Text, double X, double Y, double Width, double Height, int Turn);
