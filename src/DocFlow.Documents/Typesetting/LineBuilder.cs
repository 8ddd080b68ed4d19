using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting;

/// <summary>Places clusters on a baseline as glyph runs.</summary>
internal static class LineBuilder
{
    /// <param name="x">The left edge, mm.</param>
    /// <param name="size">Points.</param>
    public static TextLine Build(LineRole role, double x, double baseline, double size, IReadOnlyList<Cluster> clusters, double[] advances, Ink ink = Ink.Black)
    {
        var runs = new List<GlyphRun>();
        for (var start = 0; start < clusters.Count;)
        {
            var end = start + 1;
            while (end < clusters.Count && clusters[end].Face == clusters[start].Face && clusters[end].Role == clusters[start].Role)
                end++;

            var (run, width) = Run(x, size, clusters, advances, start, end, ink);
            runs.Add(run);
            x += width;
            start = end;
        }

        return new TextLine(role, baseline, runs) { TextStart = clusters.Count == 0 ? 0 : clusters[0].TextStart };
    }

    public static TextLine Build(LineRole role, double x, double baseline, double size, BrokenRow row, Ink ink = Ink.Black) =>
        Build(role, x, baseline, size, row.Clusters, row.Advances, ink);

    private static (GlyphRun Run, double Width) Run(double x, double size, IReadOnlyList<Cluster> clusters, double[] advances, int start, int end, Ink ink)
    {
        var glyphs = new PlacedGlyph[end - start];
        var text = new System.Text.StringBuilder(end - start);
        var width = 0.0;
        for (var index = start; index < end; index++)
        {
            var cluster = clusters[index];
            // Centred in its own room; room won by justification stays at its right.
            var offset = cluster.First is '.' or ',' ? 0 : Math.Max(0, (cluster.Width - cluster.Ink) / 2);
            glyphs[index - start] = new PlacedGlyph(cluster.Glyph, advances[index], offset, cluster.Ink, text.Length, cluster.Text.Length);
            text.Append(cluster.Text);
            width += advances[index];
        }

        var first = clusters[start];
        return (new GlyphRun(first.Role, first.Face, size, ink, x, text.ToString(), glyphs), width);
    }
}
