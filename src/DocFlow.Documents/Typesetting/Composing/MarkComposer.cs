using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>发文机关标志: red, centred, its ink's upper edge at a given height (GB/T 9704 7.2.4, 10.1 to 10.3).</summary>
internal static class MarkComposer
{
    private const double LargestCell = 15;

    /// <param name="top">Where the ink starts, mm.</param>
    /// <returns>Where the ink ends, mm.</returns>
    public static double Compose(Composition composition, double top)
    {
        var mark = composition.Document.Mark;
        var cell = Math.Min(LargestCell, LayoutProfile.TypeAreaWidth / Math.Max(1, mark.Length));
        var size = Math.Floor(cell / Millimetres.PerPoint * 2) / 2;
        var em = Millimetres.OfPoints(size);
        var row = composition.Single(mark, FontRole.XiaoBiaoSong, size, em);
        var inks = row.Clusters.Select(cluster => composition.Fonts.Open(cluster.Face).InkOf(cluster.Glyph)).ToList();
        var baseline = top + inks.Max(ink => ink.Top) * em;
        var x = (LayoutProfile.Left + LayoutProfile.Right - row.Width) / 2;
        composition.Flow.Current.Lines.Add(LineBuilder.Build(LineRole.Mark, x, baseline, size, row, Ink.Red));
        return baseline - inks.Min(ink => ink.Bottom) * em;
    }
}
