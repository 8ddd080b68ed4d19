using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Heights down the first page, as far as all rows above are of a stated height and surely of one row.</summary>
internal sealed class WordHeights
{
    // Of a row of exact height four fifths lie above the baseline.
    private const double AboveBaseline = 0.8;

    private readonly Dictionary<WordParagraph, (double Top, double Height)> _rows = [];

    public WordHeights(WordFile file)
    {
        if (file.Sections.FirstOrDefault() is not { Top: { } top } section)
            return;
        var y = top;
        foreach (var paragraph in file.Paragraphs.Where(paragraph => !paragraph.IsBeside))
        {
            if (paragraph.IsFramed)
                continue;
            if (paragraph.Section != 0 || paragraph.IsInTable || WordTextRules.PitchOf(paragraph, section) is not { } pitch)
                return;
            y += paragraph.Before;
            var rows = paragraph.Role is FileRole.Title or FileRole.Caption ? 1 + paragraph.Element.Descendants(WordNames.W + "br").Count() : 1;
            var height = pitch / Twips.PerMillimetre;
            _rows[paragraph] = (y, height * rows);
            y += height * rows + paragraph.After;
            // How many rows a longer text fills depends on the program.
            if (paragraph.Role is FileRole.Recipients or FileRole.Body)
                return;
        }
    }

    /// <summary>The top of the type's em box in the paragraph's first row, mm; null when it can't be told.</summary>
    public double? GlyphTop(WordParagraph paragraph) =>
        paragraph.IsFramed && paragraph.Properties["framePr@vAnchor"] == "page" && paragraph.Properties.Number("framePr@y") is { } y && paragraph.ExactLine is { } exact
            ? y / Twips.PerMillimetre + AboveBaseline * exact / Twips.PerMillimetre - Ascent(paragraph)
            : _rows.TryGetValue(paragraph, out var row) ? row.Top + AboveBaseline * RowOf(paragraph, row.Height) - Ascent(paragraph) : null;

    /// <summary>The bottom of the em box in the paragraph's last row.</summary>
    public double? GlyphBottom(WordParagraph paragraph) =>
        _rows.TryGetValue(paragraph, out var row)
            ? row.Top + row.Height - (1 - AboveBaseline) * RowOf(paragraph, row.Height) + (1 - Typesetting.Millimetres.Ascent) * Em(paragraph)
            : null;

    /// <summary>The lower edge of the paragraph's rows, where its bottom border is.</summary>
    public double? RowBottom(WordParagraph paragraph) => _rows.TryGetValue(paragraph, out var row) ? row.Top + row.Height : null;

    private static double RowOf(WordParagraph paragraph, double height) => paragraph.ExactLine is { } exact ? exact / Twips.PerMillimetre : height;

    private static double Ascent(WordParagraph paragraph) => Typesetting.Millimetres.Ascent * Em(paragraph);

    private static double Em(WordParagraph paragraph) => Typesetting.Millimetres.OfPoints(paragraph.Size);
}
