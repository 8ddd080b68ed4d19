namespace DocFlow.Documents.Checking;

/// <summary>Tells what each paragraph of a file is: head, title, 主送, text, closing, annexes, 版记, in the order that documents have them.</summary>
internal sealed class RoleFinder
{
    private const double LeastTitle = 20;
    private const double LeastMark = 21;
    private const int LongestName = 40;

    private readonly List<FileParagraph> _paragraphs;
    private int _at;
    private bool _isInCopies;

    private RoleFinder(IEnumerable<FileParagraph> paragraphs) => _paragraphs = [.. paragraphs.Where(paragraph => paragraph.Text.Length > 0)];

    /// <summary>Sets the role of each paragraph; blank ones keep none.</summary>
    public static void Find(IEnumerable<FileParagraph> paragraphs)
    {
        var finder = new RoleFinder(paragraphs);
        finder.FindHead();
        finder.FindTitle();
        finder.FindCaption();
        finder.FindText();
        finder.FindSignatories();
    }

    private void FindHead()
    {
        for (; _at < _paragraphs.Count; _at++)
        {
            var role = HeadRole(_paragraphs[_at]);
            if (role == FileRole.None)
                return;
            _paragraphs[_at].Role = role;
        }
    }

    private FileRole HeadRole(FileParagraph paragraph)
    {
        var text = paragraph.Text;
        if (paragraph.IsInTable && paragraph.Size < LeastMark && !RoleWords.IsNumber(text) && !RoleWords.Signers().IsMatch(text))
            return IsMarking(text) ? MarkingRole(text) : FileRole.None;
        if (RoleWords.IsNumber(text))
            return FileRole.Number;
        if (RoleWords.Signers().IsMatch(text))
            return FileRole.Signers;
        if (IsMarking(text))
            return MarkingRole(text);
        if (RoleWords.OrderNumber().IsMatch(text))
            return FileRole.OrderNumber;
        var hasMark = _paragraphs.Take(_at).Any(earlier => earlier.Role == FileRole.Mark);
        var isBig = paragraph.Size >= LeastMark && text.Length <= LongestName;
        if (isBig && paragraph.IsRed)
            return FileRole.Mark;
        // Black by mistake: big, at the top, with the word that ends marks, and not a title.
        if (isBig && !hasMark && RoleWords.Mark().IsMatch(text) && !text.Contains("关于", StringComparison.Ordinal) && _paragraphs.Skip(_at + 1).Take(3).Any(next => RoleWords.IsNumber(next.Text)))
            return FileRole.Mark;
        // Further signers of a document to superiors.
        return hasMark && (_paragraphs[_at - 1].Role == FileRole.Signers || _paragraphs[_at - 1].Text.Contains("签发人", StringComparison.Ordinal)) && text.Length <= 14 && !paragraph.IsCentred ? FileRole.Signers : FileRole.None;
    }

    private static bool IsMarking(string text) => RoleWords.CopyNumber().IsMatch(text) || RoleWords.Classification().IsMatch(text) || RoleWords.Urgency().IsMatch(text);

    private static FileRole MarkingRole(string text) =>
        RoleWords.CopyNumber().IsMatch(text) ? FileRole.CopyNumber : RoleWords.Classification().IsMatch(text) ? FileRole.Classification : FileRole.Urgency;

    // Its rows may be paragraphs of their own.
    private void FindTitle()
    {
        const int farthest = 4;
        var start = _paragraphs.FindIndex(_at, Math.Min(farthest, _paragraphs.Count - _at), IsTitle);
        if (start < 0)
            return;
        var first = _paragraphs[_at = start];
        do
            _paragraphs[_at++].Role = FileRole.Title;
        while (_at < _paragraphs.Count && Math.Abs(_paragraphs[_at].Size - first.Size) < 0.5 && first.Size > 17 && _paragraphs[_at].IsCentred && _paragraphs[_at].Text.Length <= LongestName);
    }

    // Its rows may be paragraphs of their own.
    private void FindCaption()
    {
        const int most = 3;
        if (_at == 0 || _at >= _paragraphs.Count || _paragraphs[_at - 1].Role != FileRole.Title)
            return;
        var text = "";
        for (var rows = 1; rows <= most && _at + rows <= _paragraphs.Count; rows++)
        {
            text += _paragraphs[_at + rows - 1].Text;
            if (!RoleWords.Caption().IsMatch(text))
                continue;
            for (; rows > 0; rows--)
                _paragraphs[_at++].Role = FileRole.Caption;
            return;
        }
    }

    private static bool IsTitle(FileParagraph paragraph) =>
        !paragraph.IsInTable
        && (paragraph.Size >= LeastTitle || (paragraph.IsCentred && paragraph.Text.Length <= 80 && (paragraph.Text.Contains("关于", StringComparison.Ordinal) || RoleWords.NamesKind(paragraph.Text))));

    private void FindText()
    {
        if (_at < _paragraphs.Count && IsRecipients(_paragraphs[_at]))
            _paragraphs[_at++].Role = FileRole.Recipients;
        var text = FileRole.Body;
        for (; _at < _paragraphs.Count; _at++)
        {
            var paragraph = _paragraphs[_at];
            paragraph.Role = TextRole(paragraph, text);
            if (paragraph.Role == FileRole.AnnexLabel)
                text = FileRole.AnnexBody;
        }
    }

    private bool IsRecipients(FileParagraph paragraph) =>
        _at > 0 && _paragraphs[_at - 1].Role is FileRole.Title or FileRole.Caption && !paragraph.IsInTable && paragraph.Text[^1] is '：' or ':' && !paragraph.Text.Contains('。', StringComparison.Ordinal);

    private FileRole TextRole(FileParagraph paragraph, FileRole text)
    {
        var before = _paragraphs[_at - 1 < 0 ? 0 : _at - 1].Role;
        if (RoleWords.Issue().IsMatch(paragraph.Text) && paragraph.Text.Length < 60)
        {
            _isInCopies = false;
            return FileRole.Issue;
        }

        if (RoleWords.Copies().IsMatch(paragraph.Text))
        {
            _isInCopies = true;
            return FileRole.Copies;
        }

        _isInCopies &= !RoleWords.IsAnnexLabel(paragraph.Text);
        // Further rows of a list.
        if (_isInCopies)
            return FileRole.None;
        if (paragraph.IsInTable)
            return FileRole.None;
        if (RoleWords.IsAnnexLabel(paragraph.Text))
            return FileRole.AnnexLabel;
        if (before == FileRole.AnnexLabel || before == FileRole.AnnexTitle && paragraph.IsCentred && paragraph.Size >= LeastTitle)
            return FileRole.AnnexTitle;
        if (text == FileRole.AnnexBody)
            return paragraph.Size >= LeastTitle && paragraph.IsCentred ? FileRole.None : FileRole.AnnexBody;
        if (RoleWords.AnnexList().IsMatch(paragraph.Text))
            return FileRole.AnnexList;
        if (before == FileRole.AnnexList && RoleWords.IsAnnexEntry(paragraph.Text))
            return FileRole.AnnexList;
        if (RoleWords.Attendance().IsMatch(paragraph.Text))
            return FileRole.Attendance;
        if (RoleWords.Date().IsMatch(paragraph.Text))
            return FileRole.Date;
        return before is FileRole.Date or FileRole.Note && RoleWords.Note().IsMatch(paragraph.Text) ? FileRole.Note : FileRole.Body;
    }

    // Short rows directly above the date, without an end mark.
    private void FindSignatories()
    {
        var date = _paragraphs.FindIndex(paragraph => paragraph.Role == FileRole.Date);
        for (var index = date - 1; index >= 0 && _paragraphs[index] is { Role: FileRole.Body, Text: var text } && text.Length <= LongestName && text[^1] is not ('。' or '！' or '：' or '；' or '？'); index--)
        {
            if (Source.BodyReader.LevelOf(text) != Model.HeadingLevel.None || text[0] is >= '①' and <= '⑳' || char.IsAsciiDigit(text[0]))
                return;
            _paragraphs[index].Role = FileRole.Signatory;
        }
    }
}
