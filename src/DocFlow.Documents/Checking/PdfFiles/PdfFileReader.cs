using DocFlow.Documents.Checking.PdfFiles.Reading;
using UglyToad.PdfPig;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>Reads rows, lines and paragraphs of a PDF, within limits of pages and time.</summary>
internal static class PdfFileReader
{
    private const int MostPages = 500;
    private const double LeastTitle = 20;
    private const double NextRow = 12;

    /// <exception cref="UnreadableFileException">Not a PDF, encrypted, too long, or without a text layer.</exception>
    public static PdfFile Read(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages > MostPages)
                throw new UnreadableFileException($"共{document.NumberOfPages}页，超过上限{MostPages}页，请拆开后分别检查。");
            var sheets = new List<PdfSheet>();
            document.AddPageFactory<PdfContent, PdfContentFactory>();
            foreach (var page in document.GetPages<PdfContent>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                sheets.Add(PdfSheetReader.Read(page));
            }

            return sheets.Any(sheet => sheet.Rows.Count > 0) ? Build(sheets) : throw new UnreadableFileException("没有文字层（可能是扫描件），无法检查。");
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableFileException("不是 PDF 文件，或文件已加密、损坏。");
        }
    }

    private static PdfFile Build(List<PdfSheet> sheets)
    {
        var upright = sheets.Where(sheet => sheet is { IsTurned: false, IsLandscape: false }).SelectMany(sheet => sheet.Rows).Where(row => !row.IsInTable && row.Glyphs.Count > 0).ToList();
        var left = upright.Count == 0 ? Typesetting.LayoutProfile.Left : TextLeft(upright);
        var right = upright.Count == 0 ? Typesetting.LayoutProfile.Right : TextRight(upright);
        var paragraphs = Join([.. sheets.SelectMany(sheet => sheet.Rows)], left, right);
        RoleFinder.Find(paragraphs);
        return new PdfFile(sheets, paragraphs, left, right);
    }

    // The leftmost place where several rows start, or one that indented rows stand two characters to the right of.
    private static double TextLeft(List<PdfRow> rows)
    {
        const double indent = 2 * Typesetting.LayoutProfile.CellWidth;
        var starts = rows.Select(row => row.Left).Order().ToList();
        foreach (var start in starts)
        {
            var near = starts.Where(other => Math.Abs(other - start) < 0.6).ToList();
            if (near.Count > 1 || starts.Any(other => Math.Abs(other - start - indent) < 1.5))
                return near[near.Count / 2];
        }

        return starts[0];
    }

    // Where most of the wide rows end: a mark hung outside or a table doesn't move it.
    private static double TextRight(List<PdfRow> rows)
    {
        var widest = rows.Max(row => row.Width);
        var ends = rows.Where(row => row.Width > widest - 8).GroupBy(row => Math.Round(row.Right * 2)).MaxBy(group => group.Count())!;
        return ends.Average(row => row.Right);
    }

    private static List<PdfParagraph> Join(List<PdfRow> rows, double left, double right)
    {
        var paragraphs = new List<PdfParagraph>();
        var isAnnexEntry = false;
        for (var start = 0; start < rows.Count;)
        {
            isAnnexEntry = RoleWords.AnnexList().IsMatch(rows[start].Text) || isAnnexEntry && RoleWords.IsAnnexEntry(rows[start].Text);
            var end = start + 1;
            while (end < rows.Count && (Continues(rows[end - 1], rows[end], left, right) || isAnnexEntry && ContinuesAnnex(rows[end - 1], rows[end], right)))
                end++;
            var places = new List<(int, int?, int)>();
            var length = 0;
            foreach (var row in rows[start..end])
            {
                places.Add((length, row.Page, row.Number));
                length += row.Text.Length;
            }

            paragraphs.Add(Paragraph(rows[start..end], places, left, right));
            start = end;
        }

        return paragraphs;
    }

    private static PdfParagraph Paragraph(List<PdfRow> rows, List<(int, int?, int)> places, double left, double right)
    {
        var inked = rows.SelectMany(row => row.Glyphs).Where(glyph => !string.IsNullOrWhiteSpace(glyph.Text)).ToList();
        var font = inked.Where(glyph => glyph.IsCharacter).GroupBy(glyph => glyph.Font).MaxBy(group => group.Count())?.Key;
        return new PdfParagraph(string.Concat(rows.Select(row => row.Text)), rows, places)
        {
            Size = rows[0].Size,
            FontName = font,
            IsRed = inked.Count(glyph => glyph.IsRed) * 2 > inked.Count,
            IsCentred = rows.All(row => Math.Abs(row.Middle - (left + right) / 2) < 3) && (rows[0].Left > left + 1 || rows.Count == 1 && rows[0].Right > right - 2),
            IsInTable = rows[0].IsInTable,
        };
    }

    // A long annex's name goes on in the next row, which should stand below its own first character.
    private static bool ContinuesAnnex(PdfRow above, PdfRow row, double right) =>
        above.Page == row.Page && !row.IsInTable && row.Baseline - above.Baseline < NextRow && above.Right > right - 4 * row.Em && Math.Abs(above.Size - row.Size) < 0.3
        && !RoleWords.IsAnnexEntry(row.Text) && !RoleWords.Date().IsMatch(row.Text);

    // Title rows belong together; a row of text goes on in a flush one when it was full.
    private static bool Continues(PdfRow above, PdfRow row, double left, double right)
    {
        if (Math.Abs(above.Size - row.Size) > 0.3 || above.IsInTable || row.IsInTable)
            return false;
        if (row.Size >= LeastTitle)
            return above.Page == row.Page && above.Glyphs[0].Colour == row.Glyphs[0].Colour;
        if (RoleWords.IsNumber(above.Text) || RoleWords.Issue().IsMatch(row.Text) || RoleWords.IsAnnexLabel(row.Text))
            return false;
        var cell = row.Em;
        return row.Left < left + 1.5 && above.Right > right - 3 * cell;
    }
}
