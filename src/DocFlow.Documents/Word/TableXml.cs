using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>A simple table with the typesetter's columns and rows of exact height; its head is repeated on each page.</summary>
internal sealed class TableXml(WordXml text, PageFrame frame)
{
    private const int Padding = 85;

    public void Write(SimpleTable table, IReadOnlyList<PlacedRow> lines)
    {
        if (lines[0].StartsPage)
            text.Raw("<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:pageBreakBefore/><w:spacing w:line=\"1\" w:lineRule=\"exact\"/></w:pPr></w:p>");
        var widths = TableComposer.ColumnWidths(table, frame.Width).Select(Twips.Of).ToArray();
        text.Raw($"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblBorders>{Borders()}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{Padding}\" w:type=\"dxa\"/><w:right w:w=\"{Padding}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
            text.Raw($"<w:gridCol w:w=\"{width}\"/>");
        text.Raw("</w:tblGrid>");
        var cells = lines.ToLookup(line => line.Line.CellIndex);
        for (var row = 0; row < table.Rows.Count; row++)
            WriteRow(row, [.. Enumerable.Range(0, widths.Length).Select(column => RowsOf(cells, row, column, widths.Length))], widths);
        text.Raw("</w:tbl>");
        // A paragraph must follow a table that ends a section or a document.
        text.Spacer(1);
    }

    // The head's rows come again on each page that it is repeated on.
    private static List<TextLine> RowsOf(ILookup<int?, PlacedRow> cells, int row, int column, int columns)
    {
        var rows = cells[row * columns + column].ToList();
        return [.. rows.Where(line => row > 0 || line.Page == rows[0].Page).Select(line => line.Line)];
    }

    // A very tall row is parted as the typesetter parts it.
    private void WriteRow(int row, List<List<TextLine>> cells, int[] widths)
    {
        var height = Math.Max(1, cells.Max(cell => cell.Count));
        for (var from = 0; from < height; from += TableComposer.TallestPiece)
        {
            var rows = Math.Min(TableComposer.TallestPiece, height - from);
            text.Raw($"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{rows * Twips.Row}\" w:hRule=\"exact\"/>{(row == 0 ? "<w:tblHeader/>" : "")}</w:trPr>");
            for (var column = 0; column < cells.Count; column++)
                WriteCell([.. cells[column].Skip(from).Take(TableComposer.TallestPiece)], widths[column], row == 0);
            text.Raw("</w:tr>");
        }
    }

    private void WriteCell(List<TextLine> lines, int width, bool isHead)
    {
        text.Raw($"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
        text.Open("GwTable", isHead || lines.Count < 2 ? "" : "<w:jc w:val=\"left\"/>");
        var room = (width - 2 * Padding) / Twips.PerMillimetre;
        for (var index = 0; index < lines.Count; index++)
        {
            ParagraphText.Write(text, FittedRow.Of(lines[index], null, lines[index].Left + room), FontRole.FangSong, spacing: 0, raisedBy: 5);
            // Rows of a cell aren't filled, so a row that ends early must be ended.
            if (index + 1 < lines.Count && room - lines[index].Width > FittedRow.WidthOfFirstWord(lines[index + 1]) - 1)
                text.LineBreak();
        }

        text.Close().Raw("</w:tc>");
    }

    private static string Borders() =>
        string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"));
}
