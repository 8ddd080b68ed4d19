using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Comparing;

/// <summary>Merges the bodies of two versions, of the document or of one of its annexes.</summary>
internal sealed class MergedBody(ChangeList changes, ChangeAuthors authors, Dictionary<MergedPlace, MergedText> texts)
{
    private const int MostShown = 200;

    private readonly List<BodyBlock> _blocks = [];
    private string _place = "";
    private int? _annex;

    public IReadOnlyList<BodyBlock> Merge(IReadOnlyList<BodyBlock> before, IReadOnlyList<BodyBlock> after, string place, int? annex)
    {
        (_place, _annex) = (place, annex);
        _blocks.Clear();
        var startsPage = false;
        var breaks = BreaksBefore(after);
        foreach (var (old, now) in Alignment.Of(Pieces(before), Pieces(after), piece => piece.Compared.Key, (one, other) => BlockLikeness.Of(one.Compared, other.Compared)))
        {
            startsPage |= now is not null && breaks.Contains(now.Index);
            if (startsPage && now is not null)
            {
                _blocks.Add(new PageBreak(0));
                startsPage = false;
            }

            var author = now is null ? authors.OfGone(old!.Compared) : authors.OfNew(now.Compared);
            _blocks.Add((old?.Block ?? now!.Block) is SimpleTable
                ? Table(old?.Block as SimpleTable, now?.Block as SimpleTable, author)
                : Paragraph(old?.Block as Paragraph, now?.Block as Paragraph, author));
        }

        return [.. _blocks];
    }

    private Paragraph Paragraph(Paragraph? before, Paragraph? after, RevisionAuthor author)
    {
        var whole = (after ?? before)!;
        var merged = (before, after) switch
        {
            (null, not null) => ChangeList.Whole(after.Text, PieceKind.Inserted, changes.Add(_place, "", after.Text, author)),
            (not null, null) => ChangeList.Whole(before.Text, PieceKind.Deleted, changes.Add(_place, before.Text, "", author)),
            _ => changes.Merge(before!.Text, after!.Text, _place, author),
        };
        texts[new MergedPlace(LineRole.Body, _annex, _blocks.Count)] = merged;
        var heading = whole.HeadingLength == whole.Text.Length ? merged.Text.Length : merged.PlaceOf(whole.HeadingLength, after is null ? PieceKind.Inserted : PieceKind.Deleted);
        return whole with { Text = merged.Text, HeadingLength = whole.HeadingLength == 0 ? 0 : heading };
    }

    private SimpleTable Table(SimpleTable? before, SimpleTable? after, RevisionAuthor author)
    {
        var whole = (after ?? before)!;
        var columns = whole.Rows[0].Count;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var (old, now) in Alignment.Of(before?.Rows ?? [], after?.Rows ?? [], Key, (one, other) => Alignment.Likeness(Key(one), Key(other))))
        {
            var ordinal = (old, now) switch
            {
                (null, not null) => changes.Add(_place, "", Shown(now), author),
                (not null, null) => changes.Add(_place, Shown(old), "", author),
                _ => 0,
            };
            var cells = new List<string>();
            for (var column = 0; column < columns; column++)
            {
                var merged = ordinal > 0
                    ? ChangeList.Whole((now ?? old)![column], now is null ? PieceKind.Deleted : PieceKind.Inserted, ordinal)
                    : changes.Merge(old![column], now![column], _place, author);
                texts[new MergedPlace(LineRole.TableCell, _annex, _blocks.Count, rows.Count * columns + column)] = merged;
                cells.Add(merged.Text);
            }

            rows.Add(cells);
        }

        return whole with { Rows = rows };
    }

    private static string Key(IReadOnlyList<string> row) => string.Join('\t', row);

    private static string Shown(IReadOnlyList<string> row) => string.Join('｜', row) is var words && words.Length <= MostShown ? words : $"{words[..MostShown]}……";

    private static List<Piece> Pieces(IReadOnlyList<BodyBlock> blocks) =>
        [.. blocks.Select((block, index) => (block, index, compared: DocumentBlocks.Of(block))).Where(row => row.compared is not null).Select(row => new Piece(row.block, row.compared!, row.index))];

    private static HashSet<int> BreaksBefore(IReadOnlyList<BodyBlock> blocks) => [.. Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Where(index => blocks[index - 1] is PageBreak)];

    private sealed record Piece(BodyBlock Block, ComparedBlock Compared, int Index);
}
