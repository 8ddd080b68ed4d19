using DiffPlex;

namespace DocFlow.Documents.Comparing;

/// <summary>What changed inside a paragraph. A character or two kept between longer changes are an accident and belong to the change.</summary>
internal static class TextComparison
{
    private const int ShortKept = 2;

    private static readonly WordChunker Chunker = new();

    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        if (before == after)
            return [new(PieceKind.Kept, before)];
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Chunker);
        var (old, now) = (difference.PiecesOld, difference.PiecesNew);
        var spans = new List<(string Kept, string Deleted, string Inserted)>();
        var at = 0;
        foreach (var block in difference.DiffBlocks)
        {
            spans.Add((Join(old, at, block.DeleteStartA - at), Join(old, block.DeleteStartA, block.DeleteCountA), Join(now, block.InsertStartB, block.InsertCountB)));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        return Pieces(Merge(spans), Join(old, at, old.Count - at));
    }

    // Each span is what is kept before a change, and the change.
    private static List<(string Kept, string Deleted, string Inserted)> Merge(List<(string Kept, string Deleted, string Inserted)> spans)
    {
        var merged = new List<(string Kept, string Deleted, string Inserted)>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && IsAccident(merged[^1], span))
                merged[^1] = (merged[^1].Kept, merged[^1].Deleted + span.Kept + span.Deleted, merged[^1].Inserted + span.Kept + span.Inserted);
            else
                merged.Add(span);
        }

        return merged;
    }

    private static bool IsAccident((string Kept, string Deleted, string Inserted) before, (string Kept, string Deleted, string Inserted) after) =>
        after.Kept.Length <= ShortKept
        && Math.Max(before.Deleted.Length, before.Inserted.Length) > after.Kept.Length
        && Math.Max(after.Deleted.Length, after.Inserted.Length) > after.Kept.Length;

    private static List<TextPiece> Pieces(List<(string Kept, string Deleted, string Inserted)> spans, string rest)
    {
        var pieces = new List<TextPiece>();
        foreach (var (kept, deleted, inserted) in spans)
        {
            Add(PieceKind.Kept, kept);
            Add(PieceKind.Deleted, deleted);
            Add(PieceKind.Inserted, inserted);
        }

        Add(PieceKind.Kept, rest);
        return pieces;

        void Add(PieceKind kind, string text)
        {
            if (text.Length > 0)
                pieces.Add(new TextPiece(kind, text));
        }
    }

    private static string Join(IReadOnlyList<string> chunks, int start, int count) => string.Concat(chunks.Skip(start).Take(count));
}
