using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Papers;

/// <summary>The measures of a paper, chosen so that Word's whole twips give the same.</summary>
internal static class PaperMeasures
{
    /// <summary>小四: three rows of a table on two of the page's grid.</summary>
    public const double Size = 12;

    public const int LineTwips = 392;
    public const double Line = LineTwips / Twips.PerMillimetre;

    /// <summary>White above and below the text of a row, together.</summary>
    public const int RowPadTwips = LineTwips / 2;

    /// <summary>Between the title and what follows it.</summary>
    public const int GapTwips = 113;
    public const double Gap = GapTwips / Twips.PerMillimetre;

    public const double TitleRow = Twips.TitleRow / Twips.PerMillimetre;

    public const int PaddingTwips = 85;
    public const double Padding = 1.5;

    // White that is left in a cell, so that other programs find room for the same rows.
    public const double Slack = 0.3;

    /// <summary>Between a picture and the words that it stands before.</summary>
    public const double PictureGap = 2;

    // White above and below a picture on rows of its own, together.
    private const double BlockWhite = 1;

    public const double RuleThickness = 0.25;

    /// <summary>Where the title's first em box starts, so that its baseline lies where Word puts that of a row of exact height.</summary>
    public static double TitleTop { get; } = LayoutProfile.Top + 0.8 * TitleRow - Millimetres.Ascent * Millimetres.OfPoints(Millimetres.SizeTwo);

    /// <summary>Half points that Word's text is raised by, to stand in the middle of its row.</summary>
    public const int RaisedBy = 3;

    public static double Em { get; } = Millimetres.OfPoints(Size);

    /// <summary>The room below a height, twips.</summary>
    public static int RoomBelow(double top) => (int)Math.Floor((LayoutProfile.Bottom - top) * Twips.PerMillimetre + 0.001);

    /// <summary>The height of a row with so many rows of text, twips.</summary>
    public static int HeightOf(int lines) => lines * LineTwips + RowPadTwips;

    /// <summary>How many rows of text a picture on rows of its own takes.</summary>
    public static int LinesOf(SealImage block) => (int)Math.Ceiling((block.Height + BlockWhite) / Line);

    /// <summary>How far such a picture stands below the top of its rows, mm.</summary>
    public static double WhiteAbove(SealImage block) => (LinesOf(block) * Line - block.Height) / 2;

    /// <summary>How many rows of text a row of the table may have, to fit into so much room.</summary>
    public static int LinesIn(int room) => (room - RowPadTwips) / LineTwips;

    public static double[] Widths(Paper paper) => [.. paper.Columns.Select(column => column * LayoutProfile.TypeAreaWidth / paper.Columns.Sum())];
}
