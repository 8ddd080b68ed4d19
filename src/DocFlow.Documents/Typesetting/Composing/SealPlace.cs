namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// How a seal and the rows that it covers stand to the text above: the seal's top at most a line below the last row, the name's
/// middle a little below the seal's (GB/T 9704 7.3.5.1).
/// </summary>
/// <param name="Diameter">mm.</param>
/// <param name="Rows">Empty rows between the text and the name.</param>
/// <param name="Centre">The seal's middle, mm below the top of the first of these rows' em box.</param>
internal sealed record SealPlace(double Diameter, int Rows, double Centre)
{
    private const double UsualGap = 2;
    private const double LeastBelow = 1;
    private const double MostBelow = 6;
    private const int MostRows = 4;

    public static SealPlace Of(double diameter, double pitch)
    {
        var em = Millimetres.OfPoints(Millimetres.SizeThree);
        var textBottom = -(pitch - em) / 2;
        SealPlace? best = null;
        var bestGap = double.PositiveInfinity;
        for (var rows = 1; rows <= MostRows; rows++)
        {
            var nameMiddle = rows * pitch + em / 2;
            var least = Math.Max(0, nameMiddle - MostBelow - diameter / 2 - textBottom);
            var most = Math.Min(pitch, nameMiddle - LeastBelow - diameter / 2 - textBottom);
            var gap = most < least ? double.PositiveInfinity : Math.Clamp(UsualGap, least, most);
            if (Math.Abs(gap - UsualGap) < Math.Abs(bestGap - UsualGap))
                (best, bestGap) = (new SealPlace(diameter, rows, textBottom + gap + diameter / 2), gap);
        }

        // A seal beyond the sizes in use still covers the name.
        return best ?? new SealPlace(diameter, MostRows, Math.Max(0, MostRows * pitch - LeastBelow));
    }
}
