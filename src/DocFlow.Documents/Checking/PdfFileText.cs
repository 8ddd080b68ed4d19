using System.Text;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace DocFlow.Documents.Checking;

/// <summary>The paragraphs of a PDF, put together again from its rows.</summary>
internal static class PdfFileText
{
    private const double MillimetresPerPoint = Millimetres.PerPoint;
    private const double TitleSize = 22;

    /// <exception cref="UnreadableFileException">Not a PDF, encrypted, or without a text layer.</exception>
    public static IReadOnlyList<PlacedParagraph> Read(string path)
    {
        try
        {
            using var document = PdfDocument.Open(path);
            var rows = document.GetPages().SelectMany(RowsOf).ToList();
            return rows.Count > 0 ? Join(rows) : throw new UnreadableFileException("没有文字层（可能是扫描件），无法检查。");
        }
        catch (Exception exception) when (exception is not (UnreadableFileException or IOException or OutOfMemoryException))
        {
            throw new UnreadableFileException("不是 PDF 文件，或文件已加密、损坏。");
        }
    }

    private static IEnumerable<Row> RowsOf(Page page)
    {
        var number = 0;
        var isTurned = page.Letters.Count(letter => letter.TextOrientation == TextOrientation.Horizontal) * 2 < page.Letters.Count;
        var rows = page.Letters
            .Where(letter => letter.TextOrientation == TextOrientation.Horizontal != isTurned)
            .GroupBy(letter => Math.Round(isTurned ? letter.StartBaseLine.X : page.Height - letter.StartBaseLine.Y))
            .OrderBy(row => row.Key);
        foreach (var row in rows)
        {
            var letters = row.OrderBy(letter => isTurned ? letter.StartBaseLine.Y : letter.StartBaseLine.X).ToList();
            var text = string.Concat(letters.Select(letter => letter.Value)).Trim();
            if (text.Length > 0 && !IsPageNumber(text))
                yield return new Row(page.Number, ++number, text, letters[0].PointSize, letters[0].StartBaseLine.X * MillimetresPerPoint, letters[^1].EndBaseLine.X * MillimetresPerPoint);
        }
    }

    private static bool IsPageNumber(string text) => text.StartsWith('—') && text.EndsWith('—') && text.All(character => character is '—' or ' ' || char.IsAsciiDigit(character));

    private static List<PlacedParagraph> Join(List<Row> rows)
    {
        var paragraphs = new List<PlacedParagraph>();
        for (var start = 0; start < rows.Count;)
        {
            var end = start + 1;
            while (end < rows.Count && Continues(rows[end - 1], rows[end]))
                end++;
            var text = new StringBuilder();
            var places = new List<(int, int?, int)>();
            foreach (var row in rows[start..end])
            {
                places.Add((text.Length, row.Page, row.Number));
                text.Append(row.Text);
            }

            paragraphs.Add(new PlacedParagraph(text.ToString(), places, IsTitle(rows[start])));
            start = end;
        }

        return paragraphs;
    }

    // Title rows belong together; a row of text goes on in a flush one when it was full.
    private static bool Continues(Row above, Row row)
    {
        const double nearlyFull = LayoutProfile.Right - 3 * LayoutProfile.CellWidth;
        const double flush = LayoutProfile.Left + 1.5;
        if (Math.Abs(above.Size - row.Size) > 0.3)
            return false;
        return IsTitle(row) ? above.Page == row.Page : row.Left < flush && above.Right > nearlyFull;
    }

    private static bool IsTitle(Row row) => Math.Abs(row.Size - TitleSize) < 0.5;

    private sealed record Row(int Page, int Number, string Text, double Size, double Left, double Right);
}
