using System.Text;

namespace DocFlow.Documents.Comparing;

/// <summary>Numbers the changes between two versions in reading order, and merges the texts that they stand in.</summary>
internal sealed class ChangeList
{
    private readonly List<RedlineChange> _changes = [];

    public IReadOnlyList<RedlineChange> Changes => _changes;

    /// <summary>One text out of two. What is taken away and what comes for it are one change.</summary>
    public MergedText Merge(string before, string after, string place, RevisionAuthor author)
    {
        var text = new StringBuilder();
        var spans = new List<MergedSpan>();
        var pieces = TextComparison.Of(before, after);
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            if (piece.Kind != PieceKind.Kept)
            {
                var replaced = piece.Kind == PieceKind.Deleted && index + 1 < pieces.Count && pieces[index + 1].Kind == PieceKind.Inserted;
                var ordinal = Add(place, piece.Kind == PieceKind.Deleted ? piece.Text : "", replaced ? pieces[index + 1].Text : piece.Kind == PieceKind.Inserted ? piece.Text : "", author);
                spans.Add(new MergedSpan(piece.Kind, text.Length, piece.Text.Length, ordinal));
                text.Append(piece.Text);
                if (!replaced)
                    continue;
                piece = pieces[++index];
                spans.Add(new MergedSpan(piece.Kind, text.Length, piece.Text.Length, ordinal));
            }

            text.Append(piece.Text);
        }

        return new MergedText(text.ToString(), spans);
    }

    /// <summary>A text that only one version has, as a part of one change.</summary>
    public static MergedText Whole(string text, PieceKind kind, int ordinal) => new(text, text.Length == 0 ? [] : [new MergedSpan(kind, 0, text.Length, ordinal)]);

    /// <returns>The change's number.</returns>
    public int Add(string place, string before, string after, RevisionAuthor author)
    {
        _changes.Add(new RedlineChange(_changes.Count + 1, place, before, after, author));
        return _changes.Count;
    }
}
