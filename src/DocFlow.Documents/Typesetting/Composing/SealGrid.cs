namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// Where the seals of one or several organs stand (GB/T 9704 7.3.5.1): the last one over the date, the others in rows to its left
/// and above, apart from each other and inside the type area; each organ's name is centred under its seal.
/// </summary>
/// <param name="Columns">The most seals in a row.</param>
/// <param name="LastCentre">The middle of the last seal, which is the date's, mm.</param>
/// <param name="ColumnStep">From middle to middle, mm.</param>
/// <param name="RowStep">From row to row, mm.</param>
internal sealed record SealGrid(int Columns, double LastCentre, double ColumnStep, double RowStep)
{
    private const double Gap = 1;
    private const int MostColumns = 3;
    private const int DateRightCells = 4;

    /// <param name="widestName">mm, like the other measures.</param>
    public static SealGrid Of(int organs, double widestName, double dateWidth, double diameter)
    {
        var widest = Math.Max(widestName, diameter);
        var dateCentre = LayoutProfile.Right - DateRightCells * LayoutProfile.CellWidth - dateWidth / 2;
        var centre = Math.Min(dateCentre, LayoutProfile.Right - widest / 2);
        var step = Math.Max(diameter + Gap, widestName + LayoutProfile.CellWidth / 2);
        var columns = Math.Min(Math.Min(organs, MostColumns), 1 + (int)Math.Max(0, (centre - widest / 2 - LayoutProfile.Left) / step));
        return new SealGrid(Math.Max(1, columns), centre, step, diameter + Gap);
    }

    public int RowsFor(int organs) => (organs + Columns - 1) / Columns;

    /// <summary>The middle of an organ's seal and name, mm; organs go from left to right, rows from top to bottom.</summary>
    public double CentreOf(int index, int organs)
    {
        var inRow = Math.Min(Columns, organs - index / Columns * Columns);
        return LastCentre - (inRow - 1 - index % Columns) * ColumnStep;
    }
}
