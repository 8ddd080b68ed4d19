using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>Paragraphs and tables. A block that starts a typeset page starts one in Word.</summary>
internal sealed class BodyXml(TypesetDocument typeset, WordXml text)
{
    public void Write(IReadOnlyList<BodyBlock> blocks, int? annexIndex)
    {
        var startsPage = StartsOfPages(annexIndex);
        for (var index = 0; index < blocks.Count; index++)
        {
            switch (blocks[index])
            {
                case Paragraph paragraph:
                    WriteParagraph(paragraph, startsPage.Contains(index), annexIndex is null && index == blocks.Count - 1);
                    break;
                case SimpleTable table:
                    WriteTable(table, index, annexIndex, startsPage.Contains(index));
                    break;
            }
        }
    }

    // Blocks whose first row is the first text of a page; page 1 and an annex's own first page have other rows above.
    private HashSet<int> StartsOfPages(int? annexIndex)
    {
        var starts = typeset.Pages
            .Select(page => page.Lines.FirstOrDefault(line => line.Role != LineRole.PageNumber))
            .Where(line => line is { Role: LineRole.Body or LineRole.TableCell, BlockIndex: not null, TextStart: 0 } && line.AnnexIndex == annexIndex)
            .Select(line => line!.BlockIndex!.Value)
            .ToHashSet();
        starts.ExceptWith(TablesOverPages(annexIndex));
        return starts;
    }

    private IEnumerable<int> TablesOverPages(int? annexIndex) => typeset.Pages
        .SelectMany(page => page.Lines
            .Where(line => line.Role == LineRole.TableCell && line.AnnexIndex == annexIndex && line.BlockIndex is not null)
            .Select(line => line.BlockIndex!.Value)
            .Distinct())
        .CountBy(block => block)
        .Where(table => table.Value > 1)
        .Select(table => table.Key);

    private void WriteParagraph(Paragraph paragraph, bool startsPage, bool keepsWithNext)
    {
        var isHeading = paragraph.Level != HeadingLevel.None && paragraph.HeadingLength == paragraph.Text.Length;
        var properties = (keepsWithNext ? "<w:keepNext/>" : "") + (startsPage ? "<w:pageBreakBefore/>" : "");
        text.Open(isHeading ? $"GwHeading{(int)paragraph.Level}" : "GwBody", properties);
        text.Run(paragraph.Text[..paragraph.HeadingLength], paragraph.Level switch
        {
            HeadingLevel.First => FontRole.Hei,
            HeadingLevel.Second => FontRole.Kai,
            _ => null,
        });
        text.Run(paragraph.Text[paragraph.HeadingLength..]).Close();
    }

    private void WriteTable(SimpleTable table, int index, int? annexIndex, bool startsPage)
    {
        if (startsPage)
            text.Spacer(1, "").Raw("<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:pageBreakBefore/><w:spacing w:line=\"1\" w:lineRule=\"exact\"/></w:pPr></w:p>");
        var widths = ColumnWidths(index, annexIndex, table.Rows[0].Count);
        text.Raw($"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblBorders>{Borders()}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
            text.Raw($"<w:gridCol w:w=\"{width}\"/>");
        text.Raw("</w:tblGrid>");
        for (var row = 0; row < table.Rows.Count; row++)
            WriteRow(table.Rows[row], widths, row == 0);
        text.Raw("</w:tbl>");
        // A paragraph must follow a table that ends a section or a document.
        text.Spacer(1);
    }

    private void WriteRow(IReadOnlyList<string> cells, int[] widths, bool isHead)
    {
        text.Raw($"<w:tr><w:trPr><w:cantSplit/>{(isHead ? "<w:tblHeader/>" : "")}</w:trPr>");
        for (var column = 0; column < cells.Count; column++)
        {
            text.Raw($"<w:tc><w:tcPr><w:tcW w:w=\"{widths[column]}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
            text.Open("GwTable").Run(cells[column], isHead ? FontRole.Hei : null).Close();
            text.Raw("</w:tc>");
        }

        text.Raw("</w:tr>");
    }

    private int[] ColumnWidths(int index, int? annexIndex, int columns)
    {
        var page = typeset.Pages.First(page => page.Lines.Any(line => line.AnnexIndex == annexIndex && line.BlockIndex == index && line.Role == LineRole.TableCell));
        var edges = page.Rules.Where(rule => rule.Role == RuleRole.TableRule && rule.X1 == rule.X2).Select(rule => rule.X1).Distinct().Order().ToList();
        if (edges.Count != columns + 1)
        {
            // Several tables on the page: share the width evenly.
            var width = Twips.Of((edges[^1] - edges[0]) / columns);
            return [.. Enumerable.Repeat(width, columns)];
        }

        return [.. Enumerable.Range(0, columns).Select(column => Twips.Of(edges[column + 1] - edges[column]))];
    }

    private static string Borders() =>
        string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"));
}
