using DiffPlex;

namespace DocFlow.Documents.Comparing;

/// <summary>Which piece of one version is which of the other: equal ones first, then those alike among what is left between them.</summary>
internal static class Alignment
{
    private const double LeastAlike = 0.4;

    // Beyond it pieces are only paired in their order, so that hostile texts don't take for ever.
    private const int MostCompared = 40_000;

    /// <returns>Pairs in reading order; one side is null where a piece was deleted or inserted.</returns>
    public static IReadOnlyList<(T? Before, T? After)> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, T, double> alike)
        where T : class
    {
        // DiffPlex compares strings: each different key becomes a row of its own.
        var ids = new Dictionary<string, string>();
        var difference = Differ.Instance.CreateDiffs(
            Rows(before), Rows(after), ignoreWhiteSpace: false, ignoreCase: false, DiffPlex.Chunkers.LineChunker.Instance);
        var pairs = new List<(T?, T?)>();
        var (old, now) = (0, 0);
        foreach (var block in difference.DiffBlocks)
        {
            for (; old < block.DeleteStartA; old++, now++)
                pairs.Add((before[old], after[now]));
            pairs.AddRange(Pair([.. before.Skip(old).Take(block.DeleteCountA)], [.. after.Skip(now).Take(block.InsertCountB)], alike));
            (old, now) = (old + block.DeleteCountA, now + block.InsertCountB);
        }

        for (; old < before.Count; old++, now++)
            pairs.Add((before[old], after[now]));
        return pairs;

        string Rows(IReadOnlyList<T> pieces) => string.Join('\n', pieces.Select(piece => IdOf(key(piece))));

        string IdOf(string text)
        {
            if (!ids.TryGetValue(text, out var id))
                ids[text] = id = $"{ids.Count}";
            return id;
        }
    }

    /// <summary>How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that they have in common.</summary>
    public static double Likeness(string one, string other)
    {
        if (one == other)
            return 1;
        var counts = new Dictionary<(char, char), int>();
        foreach (var pair in one.Zip(one.Skip(1)))
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        var common = 0;
        foreach (var pair in other.Zip(other.Skip(1)))
        {
            if (counts.GetValueOrDefault(pair) is > 0 and var left)
            {
                counts[pair] = left - 1;
                common++;
            }
        }

        return one.Length + other.Length <= 2 ? 0 : 2.0 * common / (one.Length + other.Length - 2);
    }

    // The pairing with the most likeness that keeps both orders.
    private static IEnumerable<(T?, T?)> Pair<T>(List<T> before, List<T> after, Func<T, T, double> alike)
        where T : class
    {
        if (before.Count == 0 || after.Count == 0 || (long)before.Count * after.Count > MostCompared)
            return [.. before.Select(piece => ((T?)piece, (T?)null)), .. after.Select(piece => ((T?)null, (T?)piece))];
        var best = new double[before.Count + 1, after.Count + 1];
        var likeness = new double[before.Count, after.Count];
        for (var old = before.Count - 1; old >= 0; old--)
        {
            for (var now = after.Count - 1; now >= 0; now--)
            {
                likeness[old, now] = alike(before[old], after[now]);
                var paired = likeness[old, now] >= LeastAlike ? likeness[old, now] + best[old + 1, now + 1] : 0;
                best[old, now] = Math.Max(paired, Math.Max(best[old + 1, now], best[old, now + 1]));
            }
        }

        return Walk(before, after, best, likeness);
    }

    private static List<(T?, T?)> Walk<T>(List<T> before, List<T> after, double[,] best, double[,] likeness)
        where T : class
    {
        var pairs = new List<(T?, T?)>();
        var (old, now) = (0, 0);
        while (old < before.Count && now < after.Count)
        {
            if (likeness[old, now] >= LeastAlike && best[old, now] <= likeness[old, now] + best[old + 1, now + 1])
                pairs.Add((before[old++], after[now++]));
            else if (best[old + 1, now] >= best[old, now + 1])
                pairs.Add((before[old++], null));
            else
                pairs.Add((null, after[now++]));
        }

        pairs.AddRange(before.Skip(old).Select(piece => ((T?)piece, (T?)null)));
        pairs.AddRange(after.Skip(now).Select(piece => ((T?)null, (T?)piece)));
        return pairs;
    }
}
