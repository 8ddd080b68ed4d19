using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Papers;

/// <summary>Writes a paper as an editable .docx: title, notes and one native table whose rows have the typeset heights.</summary>
internal static class PaperXml
{
    private const string CellStyle = "GwPaperCell";

    public static void Write(TypesetPaper typeset, Stream target)
    {
        var text = new WordXml();
        var paper = typeset.Paper;
        text.Raw(WordPackage.XmlHead).Raw($"<w:document {WordPackage.Namespaces} {RuleDrawing.Namespaces}><w:body>");
        var pictures = new WordPictures();
        HeadXml.WriteRows(text, [.. typeset.Layout.Pages[0].Lines.Where(line => line.Role == LineRole.Title)], "");
        text.Open("Spacer", $"<w:spacing w:line=\"{PaperMeasures.GapTwips}\" w:lineRule=\"exact\"/>");
        // Not in their cells, where programs measure a place from the cell; a picture on a later page isn't anchored from here.
        var blocks = typeset.Pieces.SelectMany(piece => piece.Cells).SelectMany(cell => cell).Select(line => line.Block).OfType<SealImage>().ToHashSet();
        foreach (var seal in typeset.Layout.Pages[0].Seals.Where(seal => !blocks.Contains(seal.Image)))
            text.Raw(SealDrawing.Run(seal, text.NextDrawing(), pictures.Add(seal.Image)));
        text.Close();
        if (PaperTypesetter.HasNotes(paper))
        {
            text.Open(CellStyle, $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{Twips.TypeAreaWidth}\"/></w:tabs>");
            WriteNote(paper.LeftNote);
            text.Raw("<w:r><w:tab/></w:r>");
            WriteNote(paper.RightNote);
            text.Close();
        }

        WriteTable(text, typeset, pictures);
        // A paragraph must follow a table that ends a document.
        text.Spacer(1).Raw(Section(typeset.Layout.Pages.Count > 1)).Raw("</w:body></w:document>");
        WordPackage.Write(typeset.Layout.Source, text, [.. pictures.Parts], target);

        void WriteNote(string? words) => text.Run(words ?? "", null, $"<w:position w:val=\"{PaperMeasures.RaisedBy}\"/>");
    }

    private static void WriteTable(WordXml text, TypesetPaper typeset, WordPictures pictures)
    {
        int[] widths = [.. PaperMeasures.Widths(typeset.Paper).Select(Twips.Of)];
        var borders = string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"));
        text.Raw($"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{PaperMeasures.PaddingTwips}\" w:type=\"dxa\"/><w:right w:w=\"{PaperMeasures.PaddingTwips}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
            text.Raw($"<w:gridCol w:w=\"{width}\"/>");
        text.Raw("</w:tblGrid>");
        foreach (var piece in typeset.Pieces)
        {
            text.Raw($"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{piece.Height}\" w:hRule=\"exact\"/>{(piece.Row.IsHead ? "<w:tblHeader/>" : "")}</w:trPr>");
            var column = 0;
            for (var index = 0; index < piece.Cells.Count; index++)
            {
                var span = piece.Row.Cells[index].Span;
                WriteCell(text, pictures, piece.Cells[index], piece.Height, widths.Skip(column).Take(span).Sum(), span, piece.Row.Cells[index].IsLabel);
                column += span;
            }

            text.Raw("</w:tr>");
        }

        text.Raw("</w:tbl>");
    }

    private static void WriteCell(WordXml text, WordPictures pictures, IReadOnlyList<CellLine> lines, int height, int width, int span, bool isLabel)
    {
        var hasBlock = lines.Any(line => line.Block is not null);
        text.Raw($"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{(span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "")}<w:vAlign w:val=\"{(hasBlock ? "top" : "center")}\"/></w:tcPr>");
        // Programs don't put the text of a cell into its middle when a picture is anchored in it.
        if (hasBlock)
            text.Open(CellStyle, $"<w:spacing w:line=\"{(height - lines.Count * PaperMeasures.LineTwips) / 2}\" w:lineRule=\"exact\"/>").Close();
        var room = (width - 2 * PaperMeasures.PaddingTwips) / Twips.PerMillimetre;
        foreach (var paragraph in lines.GroupBy(line => line.Paragraph))
        {
            if (paragraph.First().Block is { } block)
                WriteBlock(text, pictures, block, paragraph.Count());
            else
                WriteParagraph(text, [.. paragraph.Select(line => line.Line).OfType<TextLine>()], paragraph.First().Side, room, isLabel);
        }

        // The part of a tall row whose cell has ended.
        if (lines.Count == 0)
            text.Open(CellStyle).Close();
        text.Raw("</w:tc>");
    }

    // Anchored in its own row, so that it stays in its cell on whatever page that comes to stand.
    private static void WriteBlock(WordXml text, WordPictures pictures, SealImage block, int rows)
    {
        text.Open(CellStyle).Raw(SealDrawing.RunInParagraph(block, PaperMeasures.WhiteAbove(block), text.NextDrawing(), pictures.Add(block))).Close();
        for (var row = 1; row < rows; row++)
            text.Open(CellStyle).Close();
    }

    private static void WriteParagraph(WordXml text, List<TextLine> lines, PaperSide side, double room, bool isLabel)
    {
        var alignment = side switch { PaperSide.Middle => "<w:jc w:val=\"center\"/>", PaperSide.Right => "<w:jc w:val=\"right\"/>", _ => "" };
        text.Open(isLabel ? "GwPaperLabel" : CellStyle, alignment);
        for (var index = 0; index < lines.Count; index++)
        {
            ParagraphText.Write(text, FittedRow.Of(lines[index], null, lines[index].Left + room), isLabel ? FontRole.Hei : FontRole.FangSong, spacing: 0, raisedBy: PaperMeasures.RaisedBy);
            // Rows of a cell aren't filled, so a row that ends early must be ended.
            if (index + 1 < lines.Count && room - lines[index].Width > FittedRow.WidthOfFirstWord(lines[index + 1]) - 1)
                text.LineBreak();
        }

        text.Close();
    }

    private static string Section(bool isNumbered)
    {
        var (odd, even) = isNumbered ? (Footers.Odd, Footers.Even) : (Footers.Empty, Footers.Empty);
        var (top, bottom) = (Twips.Of(LayoutProfile.Top), Twips.PageHeight - Twips.Of(LayoutProfile.Bottom));
        return $"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{odd}\"/><w:footerReference w:type=\"even\" r:id=\"{even}\"/>"
            + $"<w:pgSz w:w=\"{Twips.PageWidth}\" w:h=\"{Twips.PageHeight}\"/><w:pgMar w:top=\"{top}\" w:right=\"{Twips.RightMargin}\" w:bottom=\"{bottom}\" w:left=\"{Twips.LeftMargin}\" w:header=\"851\" w:footer=\"{Twips.NumberBottom}\" w:gutter=\"0\"/></w:sectPr>";
    }
}
