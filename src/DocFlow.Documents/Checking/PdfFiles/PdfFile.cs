namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>A PDF as measured: pages of rows and lines, and the paragraphs that the rows make. All in mm from the sheet's top-left corner.</summary>
/// <param name="TextLeft">Where rows of text start.</param>
/// <param name="TextRight">Where full rows end.</param>
internal sealed record PdfFile(IReadOnlyList<PdfSheet> Sheets, IReadOnlyList<PdfParagraph> Paragraphs, double TextLeft, double TextRight)
{
    /// <summary>The paragraphs of a role.</summary>
    public IEnumerable<PdfParagraph> Of(FileRole role) => Paragraphs.Where(paragraph => paragraph.Role == role);

    public PdfSheet SheetOf(PdfRow row) => Sheets[row.Page - 1];
}

/// <summary>A page.</summary>
/// <param name="Rows">Rows of text from top to bottom, without the page number.</param>
internal sealed record PdfSheet(int Number, double Width, double Height, IReadOnlyList<PdfRow> Rows, PdfRow? PageNumber, IReadOnlyList<PdfLine> Lines, IReadOnlyList<PdfPicture> Pictures)
{
    public bool IsLandscape => Width > Height;

    /// <summary>Whether its text reads from another side: rows that can't be judged by the portrait measures.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Fonts that its text uses and the file doesn't hold.</summary>
    public IReadOnlyCollection<string> LooseFonts { get; init; } = [];
}

/// <summary>Glyphs on one baseline.</summary>
/// <param name="Number">The row of its page, from 1.</param>
internal sealed record PdfRow(int Page, int Number, string Text, IReadOnlyList<PdfGlyph> Glyphs, double Baseline)
{
    public bool IsInTable { get; init; }

    public double Left => Glyphs[0].Left;

    public double Right => Glyphs[^1].Right;

    public double Middle => (Left + Right) / 2;

    public double Width => Right - Left;

    /// <summary>The size of most of its glyphs, pt.</summary>
    public double Size { get; } = Glyphs.GroupBy(glyph => Math.Round(glyph.Size * 4)).MaxBy(group => group.Count())!.First().Size;

    public double Em => Typesetting.Millimetres.OfPoints(Size);

    /// <summary>The top and bottom of the type's em box.</summary>
    public double Top => Baseline - Typesetting.Millimetres.Ascent * Em;

    public double Bottom => Top + Em;

    /// <summary>Where the ink starts.</summary>
    public double InkTop => Glyphs.Min(glyph => glyph.InkTop);

    public double InkBottom => Glyphs.Max(glyph => glyph.InkBottom);
}

internal readonly record struct PdfGlyph(string Text, double Left, double Right, double InkTop, double InkBottom, double Size, string Font, uint Colour)
{
    public bool IsFullWidth => Text.Length > 0 && Text[0] >= 0x2E80;

    /// <summary>A Chinese character; punctuation may be squeezed.</summary>
    public bool IsCharacter => Text.Length > 0 && Text[0] is >= '\u4e00' and <= '\u9fff';

    public bool IsRed => Colour >> 16 >= 0xC0 && (Colour >> 8 & 0xFF) <= 0x50 && (Colour & 0xFF) <= 0x50;

    public bool IsBlack => Colour >> 16 <= 0x18 && (Colour >> 8 & 0xFF) <= 0x18 && (Colour & 0xFF) <= 0x18;
}

/// <summary>A horizontal line.</summary>
internal sealed record PdfLine(double Left, double Right, double Y, double Thickness, bool IsRed)
{
    public double Length => Right - Left;
}

internal sealed record PdfPicture(double Left, double Top, double Width, double Height)
{
    public (double X, double Y) Centre => (Left + Width / 2, Top + Height / 2);
}

/// <summary>Rows that belong together.</summary>
internal sealed record PdfParagraph(string Text, IReadOnlyList<PdfRow> Lines, IReadOnlyList<(int Offset, int? Page, int Line)> Rows) : FileParagraph(Text, Rows)
{
    public PdfRow First => Lines[0];

    public PdfRow Last => Lines[^1];
}
