using System.Text;

namespace DocFlow.Documents.Comparing.Settling;

/// <summary>Compares one text, line by line and inside lines, and puts it together again with any choice of the changes.</summary>
internal sealed class FileComparison
{
    private const string Body = "正文";
    private const string Recipients = "主送";

    private readonly List<Segment> _segments = [];
    private readonly string? _file;
    private readonly ICollection<DraftChange> _changes;
    private readonly ChangeAlarms _alarms;

    /// <param name="file">The annex file's name; null for the source itself.</param>
    /// <param name="changes">Receives the changes.</param>
    public FileComparison(string? file, string before, string after, ICollection<DraftChange> changes, ChangeAlarms alarms)
    {
        (_file, _changes, _alarms) = (file, changes, alarms);
        foreach (var (old, now) in Alignment.Of(SourceLines.Of(before), SourceLines.Of(after), line => line.Text, Likeness))
            Add(old, now);
    }

    /// <summary>The later text with some of its changes undone.</summary>
    public string Without(IReadOnlySet<int> refused)
    {
        var text = new StringBuilder();
        foreach (var segment in _segments)
            text.Append(segment.Id is { } id && refused.Contains(id) ? segment.Before : segment.After);
        return text.ToString();
    }

    // Elements are told by their names, paragraphs by their words.
    private static double Likeness(SourceLine before, SourceLine after) => (before.Key, after.Key) switch
    {
        (null, null) => before.IsWhole == after.IsWhole ? Alignment.Likeness(before.Words, after.Words) : 0,
        var (old, now) => old == now ? 1 : 0,
    };

    private void Add(SourceLine? before, SourceLine? after)
    {
        if (before?.Text == after?.Text)
            _segments.Add(new Segment(null, after!.Text, after.Text));
        else if (before is { Key: not null } && before.Key == after?.Key && ElementSense.IsSame(before.Text, after.Text))
            _segments.Add(new Segment(null, before.Text, after.Text));
        else if (before is null || after is null || before.IsWhole || after.IsWhole)
            AddWhole(before, after);
        else
            AddPieces(before, after);
    }

    private void AddWhole(SourceLine? before, SourceLine? after)
    {
        var (old, now) = (before?.Words ?? "", after?.Words ?? "");
        // An empty line says nothing: it goes along with the later text.
        if (old.Length + now.Length == 0)
        {
            _segments.Add(new Segment(null, "", after?.Text ?? ""));
            return;
        }

        var key = (after ?? before)!.Key;
        Note(key, old, now, "", "", old, now, before?.Text ?? "", after?.Text ?? "", _alarms.Of(old, now, key == Recipients));
    }

    private void AddPieces(SourceLine before, SourceLine after)
    {
        var pieces = TextComparison.Of(before.Words, after.Words);
        var left = "";
        for (var index = 0; index < pieces.Count; index++)
        {
            if (pieces[index].Kind == PieceKind.Kept)
            {
                _segments.Add(new Segment(null, pieces[index].Text, pieces[index].Text));
                left += pieces[index].Text;
                continue;
            }

            var old = pieces[index].Kind == PieceKind.Deleted ? pieces[index].Text : "";
            var now = pieces[index].Kind == PieceKind.Inserted ? pieces[index].Text : "";
            if (old.Length > 0 && index + 1 < pieces.Count && pieces[index + 1].Kind == PieceKind.Inserted)
                now = pieces[++index].Text;
            // What stands there without this change; the others of the paragraph are theirs.
            var right = string.Concat(pieces.Skip(index + 1).Where(piece => piece.Kind != PieceKind.Inserted).Select(piece => piece.Text));
            Note(null, old, now, left, right, before.Words, after.Words, old, now, _alarms.Of(left + old + right, left + now + right, false));
            left += old;
        }

        _segments.Add(new Segment(null, "\n", "\n"));
    }

    private void Note(
        string? key, string old, string now, string left, string right, string lineBefore, string lineAfter, string before, string after, IReadOnlyList<Meaning.MeaningAlarm> alarms)
    {
        var id = _changes.Count + 1;
        _changes.Add(new DraftChange(id, _file ?? key ?? Body, old, now, left, right, alarms) { LineBefore = lineBefore, LineAfter = lineAfter });
        _segments.Add(new Segment(id, before, after));
    }

    private readonly record struct Segment(int? Id, string Before, string After);
}
