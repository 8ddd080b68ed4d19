using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Comparing;

/// <summary>Writes tables with rows inserted and deleted, and changes inside cells.</summary>
internal sealed class RedlineTable(WordXml text, RevisionXml revisions)
{
    private const int Padding = 85;

    public void Write(ComparedTable? before, ComparedTable? after, RevisionAuthor author)
    {
        int[] widths = [.. TableComposer.ColumnWidths(new SimpleTable(0, (after ?? before)!.Rows), LayoutProfile.TypeAreaWidth).Select(Twips.Of)];
        var borders = string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"));
        text.Raw($"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{Padding}\" w:type=\"dxa\"/><w:right w:w=\"{Padding}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
            text.Raw($"<w:gridCol w:w=\"{width}\"/>");
        text.Raw("</w:tblGrid>");
        foreach (var (old, now) in Alignment.Of(before?.Rows ?? [], after?.Rows ?? [], Key, (one, other) => Alignment.Likeness(Key(one), Key(other))))
            WriteRow(old, now, widths, author);
        text.Raw("</w:tbl>");
        // Two tables would grow together, and one may not end a document.
        text.Spacer(1);
    }

    private void WriteRow(IReadOnlyList<string>? before, IReadOnlyList<string>? after, int[] widths, RevisionAuthor author)
    {
        var mark = (before, after) switch
        {
            (null, _) => $"<w:trPr><w:ins {revisions.Of(author)}/></w:trPr>",
            (_, null) => $"<w:trPr><w:del {revisions.Of(author)}/></w:trPr>",
            _ => "",
        };
        text.Raw($"<w:tr>{mark}");
        for (var column = 0; column < widths.Length; column++)
        {
            text.Raw($"<w:tc><w:tcPr><w:tcW w:w=\"{widths[column]}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>").Open("GwTable");
            revisions.Pieces(before?[column] ?? "", after?[column] ?? "", author);
            text.Close().Raw("</w:tc>");
        }

        text.Raw("</w:tr>");
    }

    private static string Key(IReadOnlyList<string> row) => string.Join('\t', row);
}
