namespace DocFlow.Documents.Typesetting;

/// <summary>
/// Breaks a paragraph into rows. A row that punctuation would overrun is squeezed first (挤压), else its last characters go down
/// with it (推出); rows but the last are justified to the full width. Cost grows with the text's length only.
/// </summary>
internal static class RowBreaker
{
    private const double Tolerance = 0.01;

    /// <param name="clusters">The paragraph.</param>
    /// <param name="forbidden">By text offset less <paramref name="textStart"/>: no break before it.</param>
    /// <param name="firstWidth">Room of the first row, mm.</param>
    /// <param name="width">Room of the other rows, mm.</param>
    public static List<BrokenRow> Break(IReadOnlyList<Cluster> clusters, bool[] forbidden, int textStart, double firstWidth, double width, bool justify = true)
    {
        var rows = new List<BrokenRow>();
        for (var start = 0; start < clusters.Count;)
        {
            var room = rows.Count == 0 ? firstWidth : width;
            var end = RowEnd(clusters, forbidden, textStart, start, room);
            var isLast = end == clusters.Count;
            rows.Add(Fit(clusters, start, end, room, justify && !isLast));
            start = end;
        }

        return rows;
    }

    private static int RowEnd(IReadOnlyList<Cluster> clusters, bool[] forbidden, int textStart, int start, double room)
    {
        var used = 0.0;
        var gain = 0.0;
        var end = start;
        while (end < clusters.Count && used + clusters[end].Width <= room + Tolerance)
        {
            used += clusters[end].Width;
            gain += GainOf(clusters[end]);
            end++;
        }

        if (end == clusters.Count)
            return end;
        if (end == start)
            return start + 1;

        var squeezed = SqueezedEnd(clusters, forbidden, textStart, end, used, gain, room);
        if (squeezed > end)
            return squeezed;

        var back = end;
        while (back > start + 1 && !MayBreak(clusters, forbidden, textStart, back))
            back--;
        var chosen = MayBreak(clusters, forbidden, textStart, back) ? back : end;
        return AvoidLoneCharacter(clusters, forbidden, textStart, start, chosen);
    }

    // Takes in what may not start a row, or a paragraph's last character, when the punctuation's blank halves make the room.
    private static int SqueezedEnd(IReadOnlyList<Cluster> clusters, bool[] forbidden, int textStart, int end, double used, double gain, double room)
    {
        const int farthest = 3;
        for (var next = end; next < clusters.Count && next < end + farthest; next++)
        {
            used += clusters[next].Width;
            gain += GainOf(clusters[next]);
            if (used - gain > room + Tolerance)
                return end;
            var finishes = next + 1 == clusters.Count;
            var wanted = finishes || (!MayBreak(clusters, forbidden, textStart, end) && MayBreak(clusters, forbidden, textStart, next + 1));
            if (wanted)
                return next + 1;
        }

        return end;
    }

    // A paragraph's last row should hold two characters: one is sent down when only one (and its full stop) would stand there.
    private static int AvoidLoneCharacter(IReadOnlyList<Cluster> clusters, bool[] forbidden, int textStart, int start, int end)
    {
        // No paragraph ends in more punctuation than this; looking no farther keeps the cost linear.
        const int farthest = 6;
        var left = 0;
        for (var index = end; index < clusters.Count && left < 2; index++)
        {
            if (index - end >= farthest)
                return end;
            if (!BreakRules.IsSqueezable(clusters[index].First))
                left++;
        }

        return left < 2 && end - 1 > start + 1 && MayBreak(clusters, forbidden, textStart, end - 1) ? end - 1 : end;
    }

    private static bool MayBreak(IReadOnlyList<Cluster> clusters, bool[] forbidden, int textStart, int before) =>
        before >= clusters.Count || !forbidden[clusters[before].TextStart - textStart];

    private static double GainOf(Cluster cluster) => BreakRules.IsSqueezable(cluster.First) ? cluster.Width / 2 : 0;

    private static BrokenRow Fit(IReadOnlyList<Cluster> clusters, int start, int end, double room, bool justify)
    {
        var row = new Cluster[end - start];
        var advances = new double[row.Length];
        double width = 0, gain = 0;
        for (var index = 0; index < row.Length; index++)
        {
            row[index] = clusters[start + index];
            advances[index] = row[index].Width;
            width += row[index].Width;
            gain += GainOf(row[index]);
        }

        var excess = width - room;
        if (excess > Tolerance && gain > 0)
        {
            var share = Math.Min(1, excess / gain);
            for (var index = 0; index < row.Length; index++)
                advances[index] -= GainOf(row[index]) * share;
        }
        else if (justify && excess < -Tolerance && row.Length > 1)
        {
            var extra = -excess / (row.Length - 1);
            for (var index = 0; index < row.Length - 1; index++)
                advances[index] += extra;
        }

        return new BrokenRow(row, advances);
    }
}
