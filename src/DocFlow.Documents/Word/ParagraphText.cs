using System.Globalization;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>
/// Writes a paragraph's rows into an open Word paragraph so that they break as they were typeset. Rows of one family and spacing
/// are one run of text.
/// </summary>
internal static class ParagraphText
{
    private static readonly string[] Spacings = [.. Enumerable.Range(LeastKept, MostKept - LeastKept + 1).Select(Spacing)];

    private const int LeastKept = -40;
    private const int MostKept = 40;

    /// <param name="rows">All rows of the paragraph.</param>
    /// <param name="right">Where their room ends, mm.</param>
    /// <param name="family">The family of the paragraph's style.</param>
    /// <param name="spacing">The character spacing of the paragraph's style, twips.</param>
    /// <param name="raisedBy">Half points that the text stands above where a row of exact height puts it.</param>
    /// <param name="skipped">Characters of the first row that have been written.</param>
    public static void Write(WordXml text, IReadOnlyList<PlacedRow> rows, double right, FontRole family = FontRole.FangSong, int spacing = Twips.CellSpacing, int raisedBy = 0, int skipped = 0)
    {
        (FontRole, int)? open = null;
        for (var index = 0; index < rows.Count; index++)
        {
            if (index > 0 && rows[index].IsForced)
            {
                Close(text, ref open);
                text.PageBreak();
            }

            var row = FittedRow.Of(rows[index].Line, index + 1 < rows.Count ? rows[index + 1].Line : null, right, index == 0 ? skipped : 0);
            Add(text, row, family, spacing, raisedBy, ref open);
        }

        Close(text, ref open);
    }

    public static void Write(WordXml text, FittedRow row, FontRole family, int spacing, int raisedBy)
    {
        (FontRole, int)? open = null;
        Add(text, row, family, spacing, raisedBy, ref open);
        Close(text, ref open);
    }

    private static void Add(WordXml text, FittedRow row, FontRole family, int spacing, int raisedBy, ref (FontRole, int)? open)
    {
        foreach (var (role, words) in row.Words)
        {
            if (words.Length == 0)
                continue;
            if (open != (role, row.Spacing))
            {
                Close(text, ref open);
                text.BeginRun(role == family ? null : role, Properties(row.Spacing, spacing, raisedBy));
                open = (role, row.Spacing);
            }

            text.AddToRun(words);
        }
    }

    private static void Close(WordXml text, ref (FontRole, int)? open)
    {
        if (open is not null)
            text.EndRun();
        open = null;
    }

    private static string Properties(int own, int usual, int raisedBy)
    {
        var properties = own == usual ? "" : own is >= LeastKept and <= MostKept ? Spacings[own - LeastKept] : Spacing(own);
        // Not in a style: LibreOffice would draw it smaller.
        return raisedBy == 0 ? properties : properties + string.Create(CultureInfo.InvariantCulture, $"<w:position w:val=\"{raisedBy}\"/>");
    }

    private static string Spacing(int twips) => string.Create(CultureInfo.InvariantCulture, $"<w:spacing w:val=\"{twips}\"/>");
}
