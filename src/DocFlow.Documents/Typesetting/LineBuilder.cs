using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting;

/// <summary>Places clusters on a baseline as glyph runs.</summary>
internal static class LineBuilder
{
    /// <param name="x">The left edge, mm.</param>
    /// <param name="size">Points.</param>
    public static TextLine Build(LineRole role, double x, double baseline, double size, IReadOnlyList<Cluster> clusters, double[] advances, Ink ink = Ink.Black)
    {
        var runs = new List<GlyphRun>(1);
        var span = Cluster.SpanOf(clusters);
        for (var start = 0; start < span.Length;)
        {
            var end = start + 1;
            while (end < span.Length && span[end].Face == span[start].Face && span[end].Role == span[start].Role)
                end++;

            var (run, width) = Run(x, size, span[start..end], advances.AsSpan(start, end - start), ink);
            runs.Add(run);
            x += width;
            start = end;
        }

        return new TextLine(role, baseline, runs) { TextStart = span.Length == 0 ? 0 : span[0].TextStart };
    }

    public static TextLine Build(LineRole role, double x, double baseline, double size, BrokenRow row, Ink ink = Ink.Black) =>
        Build(role, x, baseline, size, row.Clusters, row.Advances, ink);

    private static (GlyphRun Run, double Width) Run(double x, double size, ReadOnlySpan<Cluster> clusters, ReadOnlySpan<double> advances, Ink ink)
    {
        var glyphs = new PlacedGlyph[clusters.Length];
        var text = new System.Text.StringBuilder(clusters.Length);
        var width = 0.0;
        for (var index = 0; index < clusters.Length; index++)
        {
            ref readonly var cluster = ref clusters[index];
            // Centred in its own room; room won by justification stays at its right.
            var offset = cluster.First is '.' or ',' ? 0 : Math.Max(0, (cluster.Width - cluster.Ink) / 2);
            glyphs[index] = new PlacedGlyph(cluster.Glyph, advances[index], offset, cluster.Ink, text.Length, cluster.Text.Length);
            text.Append(cluster.Text);
            width += advances[index];
        }

        ref readonly var first = ref clusters[0];
        return (new GlyphRun(first.Role, first.Face, size, ink, x, text.ToString(), glyphs), width);
    }
}
