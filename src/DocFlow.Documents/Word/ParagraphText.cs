using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>Writes a paragraph's rows into an open Word paragraph so that they break as they were typeset.</summary>
internal static class ParagraphText
{
    /// <param name="rows">All rows of the paragraph.</param>
    /// <param name="right">Where their room ends, mm.</param>
    /// <param name="family">The family of the paragraph's style.</param>
    /// <param name="spacing">The character spacing of the paragraph's style, twips.</param>
    /// <param name="raisedBy">Half points that the text stands above where a row of exact height puts it.</param>
    /// <param name="skipped">Characters of the first row that have been written.</param>
    public static void Write(WordXml text, IReadOnlyList<PlacedRow> rows, double right, FontRole family = FontRole.FangSong, int spacing = Twips.CellSpacing, int raisedBy = 0, int skipped = 0)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (index > 0 && rows[index].IsForced)
                text.PageBreak();
            var row = FittedRow.Of(rows[index].Line, index + 1 < rows.Count ? rows[index + 1].Line : null, right, index == 0 ? skipped : 0);
            Write(text, row, family, spacing, raisedBy);
        }
    }

    public static void Write(WordXml text, FittedRow row, FontRole family, int spacing, int raisedBy)
    {
        var properties = row.Spacing == spacing ? "" : $"<w:spacing w:val=\"{row.Spacing}\"/>";
        // Not in a style: LibreOffice would draw it smaller.
        properties += raisedBy == 0 ? "" : $"<w:position w:val=\"{raisedBy}\"/>";
        foreach (var (role, words) in row.Words)
            text.Run(words, role == family ? null : role, properties);
    }
}
