namespace DocFlow.Documents.Typesetting;

/// <summary>
/// Breaks a paragraph into rows. Where a row may not end, its last characters go down to the next (推出), and the row is justified to
/// the full width. A paragraph's last character that would stand alone is taken in by setting the row a little closer. All
/// characters of a row give or take the same, so that Word and PDF break alike. Cost grows with the text's length only.
/// </summary>
internal static class RowBreaker
{
    private const double Tolerance = 0.01;

    // Of a row's room: one character more than a row of 26 holds.
    private const double MostSetCloser = 0.04;

    /// <param name="clusters">The paragraph.</param>
    /// <param name="forbidden">By text offset less <paramref name="textStart"/>: no break before it.</param>
    /// <param name="firstWidth">Room of the first row, mm.</param>
    /// <param name="width">Room of the other rows, mm.</param>
    public static List<BrokenRow> Break(IReadOnlyList<Cluster> clusters, bool[] forbidden, int textStart, double firstWidth, double width, bool justify = true)
    {
        var rows = new List<BrokenRow>();
        var span = Cluster.SpanOf(clusters);
        for (var start = 0; start < span.Length;)
        {
            var room = rows.Count == 0 ? firstWidth : width;
            var end = RowEnd(span, forbidden, textStart, start, room);
            var isLast = end == span.Length;
            rows.Add(Fit(span[start..end], room, justify && !isLast));
            start = end;
        }

        return rows;
    }

    private static int RowEnd(ReadOnlySpan<Cluster> clusters, bool[] forbidden, int textStart, int start, double room)
    {
        var used = 0.0;
        var end = start;
        while (end < clusters.Length && used + clusters[end].Width <= room + Tolerance)
            used += clusters[end++].Width;

        if (end == clusters.Length)
            return end;
        if (end == start)
            return start + 1;
        if (FinishesWhenSetCloser(clusters, end, used, room))
            return clusters.Length;

        var back = end;
        while (back > start + 1 && !MayBreak(clusters, forbidden, textStart, back))
            back--;
        var chosen = MayBreak(clusters, forbidden, textStart, back) ? back : end;
        return AvoidLoneCharacter(clusters, forbidden, textStart, start, chosen);
    }

    private static bool FinishesWhenSetCloser(ReadOnlySpan<Cluster> clusters, int end, double used, double room)
    {
        const int most = 2;
        if (clusters.Length - end > most)
            return false;
        for (var index = end; index < clusters.Length; index++)
            used += clusters[index].Width;
        return used - room <= room * MostSetCloser;
    }

    // A paragraph's last row should hold two characters: one is sent down when only one (and its full stop) would stand there.
    private static int AvoidLoneCharacter(ReadOnlySpan<Cluster> clusters, bool[] forbidden, int textStart, int start, int end)
    {
        // No paragraph ends in more punctuation than this; looking no farther keeps the cost linear.
        const int farthest = 6;
        var left = 0;
        for (var index = end; index < clusters.Length && left < 2; index++)
        {
            if (index - end >= farthest)
                return end;
            if (!BreakRules.IsPunctuation(clusters[index].First))
                left++;
        }

        return left < 2 && end - 1 > start + 1 && MayBreak(clusters, forbidden, textStart, end - 1) ? end - 1 : end;
    }

    private static bool MayBreak(ReadOnlySpan<Cluster> clusters, bool[] forbidden, int textStart, int before) =>
        before >= clusters.Length || !forbidden[clusters[before].TextStart - textStart];

    private static BrokenRow Fit(ReadOnlySpan<Cluster> row, double room, bool justify)
    {
        var advances = new double[row.Length];
        var width = 0.0;
        for (var index = 0; index < row.Length; index++)
        {
            advances[index] = row[index].Width;
            width += row[index].Width;
        }

        var missing = room - width;
        if ((missing < -Tolerance || (justify && missing > Tolerance)) && row.Length > 1)
        {
            for (var index = 0; index < row.Length - 1; index++)
                advances[index] += missing / (row.Length - 1);
        }

        return new BrokenRow(row.ToArray(), advances);
    }
}
