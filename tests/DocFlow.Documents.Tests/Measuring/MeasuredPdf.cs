using DocFlow.Documents.Pdf;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace DocFlow.Documents.Tests.Measuring;

/// <summary>A produced PDF, read back by another library: rows and drawn lines in mm from the sheet's top-left corner.</summary>
internal sealed class MeasuredPdf
{
    private const double MillimetresPerPoint = 25.4 / 72;

    private MeasuredPdf(byte[] bytes)
    {
        Bytes = bytes;
        using var document = PdfDocument.Open(bytes);
        Pages = [.. document.GetPages().Select(page => new MeasuredPage(page.Number, page.Width * MillimetresPerPoint, page.Height * MillimetresPerPoint, RowsOf(page), LinesOf(page), PicturesOf(page)))];
    }

    public byte[] Bytes { get; }

    public IReadOnlyList<MeasuredPage> Pages { get; }

    public IEnumerable<MeasuredRow> AllRows => Pages.SelectMany(page => page.Rows);

    public static MeasuredPdf Of(string source, TypesettingOptions? options = null)
    {
        var typeset = new Typesetter(TestFonts.Library).Typeset(Sources.Read(source), options);
        return new MeasuredPdf(Write(typeset));
    }

    public static MeasuredPdf Read(byte[] bytes) => new(bytes);

    public static byte[] Write(TypesetDocument typeset)
    {
        using var stream = new MemoryStream();
        new PdfWriter(TestFonts.Library).Write(typeset, stream, new PdfDetails(typeset.Source.Title, typeset.Source.Issuers[0]));
        return stream.ToArray();
    }

    private static List<MeasuredRow> RowsOf(Page page) =>
    [
        .. page.Letters
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y * 5))
            .OrderByDescending(row => row.Key)
            .Select(row => row.OrderBy(letter => letter.StartBaseLine.X).ToList())
            .Select(letters => new MeasuredRow(
                page.Number,
                string.Concat(letters.Select(letter => letter.Value)),
                (page.Height - letters[0].StartBaseLine.Y) * MillimetresPerPoint,
                [.. letters.Select(letter => new MeasuredGlyph(
                    letter.Value,
                    letter.StartBaseLine.X * MillimetresPerPoint,
                    letter.EndBaseLine.X * MillimetresPerPoint,
                    Corners(letter).Min(corner => corner.X) * MillimetresPerPoint,
                    Corners(letter).Max(corner => corner.X) * MillimetresPerPoint,
                    (page.Height - Corners(letter).Max(corner => corner.Y)) * MillimetresPerPoint,
                    (page.Height - Corners(letter).Min(corner => corner.Y)) * MillimetresPerPoint,
                    letter.PointSize,
                    letter.FontName ?? "",
                    IsRed(letter.Color),
                    IsBlack(letter.Color)))])),
    ];

    // Of a turned letter's box, too.
    private static PdfPoint[] Corners(Letter letter) =>
        [letter.BoundingBox.TopLeft, letter.BoundingBox.TopRight, letter.BoundingBox.BottomLeft, letter.BoundingBox.BottomRight];

    private static List<MeasuredLine> LinesOf(Page page) =>
    [
        .. page.Paths
            .Where(path => path.IsStroked)
            .Select(path => (Path: path, Box: path.GetBoundingRectangle()!.Value))
            .Select(item => new MeasuredLine(
                item.Box.Left * MillimetresPerPoint,
                item.Box.Right * MillimetresPerPoint,
                (page.Height - (item.Box.Top + item.Box.Bottom) / 2) * MillimetresPerPoint,
                item.Box.Height * MillimetresPerPoint,
                item.Path.LineWidth * MillimetresPerPoint,
                item.Path.StrokeColor is { } colour && IsRed(colour))),
    ];

    private static List<MeasuredPicture> PicturesOf(Page page) =>
    [
        .. page.GetImages().Select(image => image.BoundingBox).Select(box => new MeasuredPicture(
            box.Left * MillimetresPerPoint,
            (page.Height - box.Top) * MillimetresPerPoint,
            box.Width * MillimetresPerPoint,
            box.Height * MillimetresPerPoint)),
    ];

    private static bool IsBlack(IColor colour) => colour.ToRGBValues() is (< 0.01, < 0.01, < 0.01);

    private static bool IsRed(IColor colour)
    {
        var (red, green, blue) = colour.ToRGBValues();
        return red > 0.87 && green < 0.26 && blue < 0.26;
    }
}
