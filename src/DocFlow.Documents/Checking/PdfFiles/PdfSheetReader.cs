using System.Text;
using DocFlow.Documents.Checking.PdfFiles.Reading;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>Measures one page: its rows, horizontal lines and pictures.</summary>
internal static class PdfSheetReader
{
    private const double Scale = Millimetres.PerPoint;
    private const double SameBaseline = 0.6;
    private const double ThickestLine = 1.3;
    private const double ShortestLine = 4;

    public static PdfSheet Read(PdfContent page)
    {
        var letters = page.Letters;
        var isTurned = letters.Count(letter => letter.IsUpright) * 2 < letters.Count;
        var (horizontal, vertical) = LinesOf(page);
        var rows = RowsOf(page, letters, isTurned);
        // A turned page keeps its number upright.
        var numberRow = (isTurned ? RowsOf(page, letters, isTurned: false) : rows).LastOrDefault(row => IsPageNumber(row.Text));
        var number = 0;
        var sheet = new PdfSheet(page.Number, page.Width * Scale, page.Height * Scale, [], numberRow, horizontal, PicturesOf(page)) { IsTurned = isTurned, LooseFonts = page.LooseFonts };
        return sheet with
        {
            Rows = [.. rows.Where(row => !IsPageNumber(row.Text)).Select(row => row with { Number = ++number, IsInTable = !isTurned && IsInGrid(row, horizontal, vertical) })],
        };
    }

    /// <summary>“— 1 —”, “-1-”, “1” or “第1页”, on a row of its own.</summary>
    public static bool IsPageNumber(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        if (plain.StartsWith('第') && plain.EndsWith('页'))
            plain = plain[1..^1];
        return plain.Length is > 2 and < 12 && IsDash(plain[0]) && IsDash(plain[^1]) && plain[1..^1].All(character => char.IsDigit(character) || IsDash(character)) && plain.Any(char.IsDigit)
            || plain.Length is > 0 and < 4 && plain.All(char.IsAsciiDigit);

        static bool IsDash(char character) => character is '—' or '-' or '–' or '－' or '―' or '─';
    }

    private static List<PdfRow> RowsOf(PdfContent page, IReadOnlyList<PdfLetter> letters, bool isTurned)
    {
        var rows = new List<PdfRow>();
        var current = new List<PdfLetter>();
        double Height(PdfLetter letter) => isTurned ? letter.X : page.Height - letter.Y;
        foreach (var letter in letters.Where(letter => letter.IsUpright != isTurned).OrderBy(Height))
        {
            if (current.Count > 0 && (Height(letter) - Height(current[0])) * Scale > SameBaseline)
                Close();
            current.Add(letter);
        }

        Close();
        return rows;

        void Close()
        {
            current.RemoveAll(letter => letter.Text.Length == 0);
            if (current.Any(letter => !string.IsNullOrWhiteSpace(letter.Text)))
                rows.Add(Row(page, current, isTurned));
            current.Clear();
        }
    }

    private static PdfRow Row(PdfContent page, List<PdfLetter> letters, bool isTurned)
    {
        var ordered = letters.OrderBy(letter => isTurned ? letter.Y : letter.X).ToList();
        while (string.IsNullOrWhiteSpace(ordered[0].Text))
            ordered.RemoveAt(0);
        while (string.IsNullOrWhiteSpace(ordered[^1].Text))
            ordered.RemoveAt(ordered.Count - 1);
        var glyphs = ordered.ConvertAll(letter => Glyph(page, letter));
        var text = new StringBuilder();
        for (var index = 0; index < glyphs.Count; index++)
        {
            // Names or cells side by side.
            if (index > 0 && !isTurned && glyphs[index].Left - glyphs[index - 1].Right > 1.2 * Millimetres.OfPoints(glyphs[index].Size) && glyphs[index - 1].Text != " ")
                text.Append(' ');
            text.Append(glyphs[index].Text);
        }

        return new PdfRow(page.Number, 0, text.ToString().Trim(), glyphs, (isTurned ? ordered[0].X : page.Height - ordered[0].Y) * Scale);
    }

    private static PdfGlyph Glyph(PdfContent page, PdfLetter letter) => new(
        letter.Text, letter.X * Scale, letter.EndX * Scale, (page.Height - letter.InkTop) * Scale, (page.Height - letter.InkBottom) * Scale, letter.Size, letter.Font, letter.Colour);

    private static (List<PdfLine> Horizontal, List<(double X, double Top, double Bottom)> Vertical) LinesOf(PdfContent page)
    {
        var horizontal = new List<PdfLine>();
        var vertical = new List<(double, double, double)>();
        // A ring around text is no cell.
        foreach (var shape in page.Shapes.Where(shape => !shape.IsCurved))
            Add(shape);
        return (horizontal, vertical);

        void Add(PdfShape shape)
        {
            var box = shape.Box;
            var (width, height) = (box.Width * Scale, box.Height * Scale);
            var middle = (page.Height - (box.Top + box.Bottom) / 2) * Scale;
            var thickness = shape.LineWidth * Scale ?? Math.Min(width, height);
            if (width >= ShortestLine && height <= ThickestLine)
                horizontal.Add(new PdfLine(box.Left * Scale, box.Right * Scale, middle, thickness, IsRed(shape.Colour)));
            else if (height >= ShortestLine / 2 && width <= ThickestLine)
                vertical.Add((box.Left * Scale, (page.Height - box.Top) * Scale, (page.Height - box.Bottom) * Scale));
            else if (shape.LineWidth is not null && width >= ShortestLine && height >= ShortestLine / 2)
                vertical.AddRange([(box.Left * Scale, (page.Height - box.Top) * Scale, (page.Height - box.Bottom) * Scale), (box.Right * Scale, (page.Height - box.Top) * Scale, (page.Height - box.Bottom) * Scale)]);
        }
    }

    private static bool IsInGrid(PdfRow row, List<PdfLine> horizontal, List<(double X, double Top, double Bottom)> vertical)
    {
        var middle = row.Baseline - row.Em / 3;
        return vertical.Count(line => line.Top < middle && line.Bottom > middle) >= 2 || vertical.Count > 1 && horizontal.Any(line => line.Y < middle && line.Y > middle - 2 * row.Em && line.Left < row.Left && vertical.Any(other => other.Top < middle && other.Bottom > middle));
    }

    private static List<PdfPicture> PicturesOf(PdfContent page) =>
        [.. page.Pictures.Select(box => new PdfPicture(box.Left * Scale, (page.Height - box.Top) * Scale, box.Width * Scale, box.Height * Scale))];

    private static bool IsRed(uint colour) => new PdfGlyph("", 0, 0, 0, 0, 0, "", colour).IsRed;
}
