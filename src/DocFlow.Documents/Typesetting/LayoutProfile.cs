namespace DocFlow.Documents.Typesetting;

/// <summary>
/// The measures of the page, in mm from the sheet's top-left corner. Both profiles put the same ink on the paper: 37 mm of white
/// above the first row, 28 mm on the left, a type area of 156 × 225 mm, 22 rows of 28 characters (GB/T 9704 5.2).
/// </summary>
/// <param name="Name">The profile's name in settings.</param>
/// <param name="TopMargin">The margin above the first row's box.</param>
/// <param name="LinePitch">From baseline to baseline.</param>
/// <param name="LeadingAbove">White above the glyphs inside a row's box.</param>
public sealed record LayoutProfile(string Name, double TopMargin, double BottomMargin, double LinePitch, double LeadingAbove)
{
    public const double PageWidth = 210;
    public const double PageHeight = 297;
    public const double Left = 28;
    public const double Right = 184;
    public const double Top = 37;
    public const double Bottom = 262;
    public const double TypeAreaWidth = Right - Left;
    public const int LinesPerPage = 22;
    public const int CharactersPerLine = 28;

    /// <summary>One and two empty lines between elements, glyph bottom to glyph top (GB/T 33476.2).</summary>
    public const double OneLine = 10.39;
    public const double TwoLines = 20.78;

    /// <summary>The width of one character cell (一字): 156 / 28 mm.</summary>
    public const double CellWidth = TypeAreaWidth / CharactersPerLine;

    /// <summary>GB/T 33476.2: margins 34.58/32.58 mm, rows of 10.39 mm, half the gap (2.42 mm) above each row's glyphs.</summary>
    public static LayoutProfile Electronic { get; } = new("GB/T 33476.2", 34.58, 32.58, 10.39, 2.42);

    /// <summary>The classic reading: the margin itself is 37 mm and 22 boxes fill 225 mm from ink to ink.</summary>
    public static LayoutProfile Classic { get; } = new("GB/T 9704", 37, 35, (225 - 16 * 25.4 / 72) / 21, 0);
}
