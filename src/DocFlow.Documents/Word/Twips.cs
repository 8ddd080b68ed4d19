namespace DocFlow.Documents.Word;

/// <summary>Word's unit, a twentieth of a point, and the measures of the page in it.</summary>
internal static class Twips
{
    public const double PerMillimetre = 1440 / 25.4;

    public const int PageWidth = 11906;
    public const int PageHeight = 16838;
    public const int LeftMargin = 1587;
    public const int RightMargin = 1474;
    public const int TypeAreaWidth = PageWidth - LeftMargin - RightMargin;

    /// <summary>
    /// A row of exact height puts its baseline at 4/5 of it, 0.9 mm lower than the row's own centre would ask; the top margin is that
    /// much smaller, so that the ink starts at 37 mm.
    /// </summary>
    public const int TopMargin = 1910;

    /// <summary>Leaves room for 22 rows of <see cref="Row"/> and not for a 23rd that starts late on page 1.</summary>
    public const int BottomMargin = 1940;

    /// <summary>Of page 1 of a letter: its rows may go down to 4.84 mm above the lower double rule.</summary>
    public const int LetterBottomMargin = 1320;

    /// <summary>Less than the margin, so that the empty footer of page 1 leaves it alone.</summary>
    public const int LetterFooterDistance = 1300;

    /// <summary>The lower edge of a page number's row above the sheet's, which puts its dash 28 mm above it.</summary>
    public const int NumberBottom = 1455;

    /// <summary>10.39 mm.</summary>
    public const int Row = 589;

    /// <summary>12.51 mm.</summary>
    public const int TitleRow = 709;

    /// <summary>One character cell, 156 / 28 mm.</summary>
    public const int Cell = 316;

    /// <summary>The character spacing that makes a 3号 character take a cell, rounded down: 28 of them fit into a row.</summary>
    public const int CellSpacing = -5;

    public static int Of(double millimetres) => (int)Math.Round(millimetres * PerMillimetre);

    /// <summary>The top of a row of exact height whose baseline lies at so many mm.</summary>
    public static int TopOfRow(double baseline, int height) => Of(baseline) - (int)Math.Round(height * 0.8);
}
