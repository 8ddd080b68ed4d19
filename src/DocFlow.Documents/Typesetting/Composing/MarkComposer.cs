using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// 发文机关标志: red, centred, its ink's upper edge at a given height; the names of a joint document are stacked, the one in charge on
/// top, and what follows them stands on their right, in the middle of the stack (GB/T 9704 7.2.4, 10.1 to 10.3).
/// </summary>
internal static class MarkComposer
{
    private const double LargestCell = 15;
    private const double SmallestCell = 5.64;

    // Of a stack: from row to row, the white before what follows, and the height that leaves page 1 room for text.
    private const double RowStep = 1.2;
    private const double EndGap = 0.5;
    private const double HighestStack = 66;

    /// <param name="top">Where the ink starts, mm.</param>
    /// <returns>Where the ink ends, mm.</returns>
    public static double Compose(Composition composition, double top)
    {
        var names = composition.Document.MarkNames;
        if (names.Count > 1)
            return Stack(composition, names, composition.Document.Mark[names.Sum(name => name.Length)..], top);
        var mark = composition.Document.Mark;
        var size = SizeOf(LayoutProfile.TypeAreaWidth / Math.Max(1, mark.Length));
        var row = composition.Single(mark, FontRole.XiaoBiaoSong, size);
        var ink = InkOf(composition, row, size);
        Add(composition, LineRole.Mark, (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2, top + ink.Above, size, row);
        return top + ink.Above + ink.Below;
    }

    private static double Stack(Composition composition, IReadOnlyList<string> names, string end, double top)
    {
        var longest = names.Max(name => name.Length);
        var cell = Math.Min(LayoutProfile.TypeAreaWidth / (longest + end.Length + EndGap), HighestStack / (names.Count * RowStep));
        var size = SizeOf(Math.Max(cell, SmallestCell));
        var em = Millimetres.OfPoints(size);
        var rows = names.Select(name => composition.Single(name, FontRole.XiaoBiaoSong, size)).ToList();
        var width = Math.Min(rows.Max(row => row.Width), LayoutProfile.TypeAreaWidth - (end.Length + EndGap) * em);
        var endRow = composition.Single(end, FontRole.XiaoBiaoSong, size);
        var left = (LayoutProfile.Left + LayoutProfile.Right - width - (end.Length == 0 ? 0 : EndGap * em) - endRow.Width) / 2;
        var baseline = top + InkOf(composition, rows[0], size).Above;
        for (var index = 0; index < rows.Count; index++)
            Add(composition, LineRole.Mark, left, baseline + index * RowStep * em, size, Spread(rows[index], width));
        var last = baseline + (rows.Count - 1) * RowStep * em;
        var bottom = last + InkOf(composition, rows[^1], size).Below;
        var ink = InkOf(composition, endRow, size);
        if (end.Length > 0)
            Add(composition, LineRole.MarkEnd, left + width + EndGap * em, (top + bottom + ink.Above - ink.Below) / 2, size, endRow);
        return bottom;
    }

    private static double SizeOf(double cell) => Math.Floor(Math.Min(LargestCell, cell) / Millimetres.PerPoint * 2) / 2;

    private static void Add(Composition composition, LineRole role, double x, double baseline, double size, BrokenRow row) =>
        composition.Flow.Current.Lines.Add(LineBuilder.Build(role, x, baseline, size, row, Ink.Red));

    // Names of different lengths begin and end together.
    private static BrokenRow Spread(BrokenRow row, double width)
    {
        if (row.Width >= width || row.Clusters.Count < 2)
            return row.Within(width);
        var share = (width - row.Width) / (row.Clusters.Count - 1);
        return row with { Advances = [.. row.Advances.Select((advance, index) => index == row.Advances.Length - 1 ? advance : advance + share)] };
    }

    private static (double Above, double Below) InkOf(Composition composition, BrokenRow row, double size)
    {
        var em = Millimetres.OfPoints(size);
        var inks = row.Clusters.Select(cluster => composition.Fonts.Open(cluster.Face).InkOf(cluster.Glyph)).DefaultIfEmpty((Top: 0, Bottom: 0)).ToList();
        return (inks.Max(ink => ink.Top) * em, -inks.Min(ink => ink.Bottom) * em);
    }
}
