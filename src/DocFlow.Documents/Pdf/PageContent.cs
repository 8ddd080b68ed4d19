using System.Globalization;
using System.Text;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Pdf;

/// <summary>The content stream of one page: marked text, and rules as artifacts.</summary>
internal sealed class PageContent(TypesetPage page, IReadOnlyDictionary<FontFace, EmbeddedFont> fonts, SealObjects seals)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly StringBuilder _content = new();

    /// <param name="marks">For each line of the page its structure element's type and marked-content id; null for an artifact.</param>
    /// <param name="sealMarks">For each seal its figure's marked-content id.</param>
    public byte[] Write(IReadOnlyList<ContentMark?> marks, IReadOnlyList<int> sealMarks)
    {
        foreach (var rule in page.Rules)
            WriteRule(rule);
        for (var index = 0; index < page.Lines.Count; index++)
            WriteLine(page.Lines[index], marks[index]);
        for (var index = 0; index < page.Seals.Count; index++)
            WriteSeal(page.Seals[index], sealMarks[index]);
        return Encoding.ASCII.GetBytes(_content.ToString());
    }

    private void WriteRule(RuleLine rule)
    {
        var (x1, y1) = Place(rule.X1, rule.Y1, page.IsLandscape);
        var (x2, y2) = Place(rule.X2, rule.Y2, page.IsLandscape);
        _content.Append(CultureInfo.InvariantCulture,
            $"/Artifact BMC\nq {ColourOf(rule.Ink)} RG {Number(rule.Thickness * PointsPerMillimetre)} w {Number(x1)} {Number(y1)} m {Number(x2)} {Number(y2)} l S Q\nEMC\n");
    }

    private void WriteLine(TextLine line, ContentMark? mark)
    {
        if (line.Runs.Count == 0)
            return;
        _content.Append(mark is { } known ? string.Create(CultureInfo.InvariantCulture, $"/{known.Type} <</MCID {known.Id}>> BDC\nBT\n") : "/Artifact BMC\nBT\n");
        foreach (var run in line.Runs)
            WriteRun(run, line.Baseline, page.IsLandscape && line.Role != LineRole.PageNumber);
        _content.Append("ET\nEMC\n");
    }

    // Over the text, as ink on ink.
    private void WriteSeal(PlacedSeal seal, int mark)
    {
        var (x, y) = Place(seal.X, seal.Y + seal.Image.Height, isTurned: false);
        _content.Append(CultureInfo.InvariantCulture,
            $"/Figure <</MCID {mark}>> BDC\nq /{SealObjects.Multiply} gs {Number(seal.Image.Width * PointsPerMillimetre)} 0 0 {Number(seal.Image.Height * PointsPerMillimetre)} {Number(x)} {Number(y)} cm /{seals.NameOf(seal.Image)} Do Q\nEMC\n");
    }

    private void WriteRun(GlyphRun run, double baseline, bool isTurned)
    {
        var font = fonts[run.Face];
        var (x, y) = Place(run.X, baseline, isTurned);
        _content.Append(CultureInfo.InvariantCulture, $"/{font.ResourceName} {Number(run.Size)} Tf {ColourOf(run.Ink)} rg ");
        _content.Append(isTurned
            ? string.Create(CultureInfo.InvariantCulture, $"0 1 -1 0 {Number(x)} {Number(y)} Tm [")
            : string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {Number(x)} {Number(y)} Tm ["));
        WriteGlyphs(run, font);
        _content.Append("] TJ\n");
    }

    // Numbers between glyphs correct the face's own advance, in thousandths of an em, to the place that the typesetter gave.
    private void WriteGlyphs(GlyphRun run, EmbeddedFont font)
    {
        var thousandth = Millimetres.OfPoints(run.Size) / 1000;
        double pen = 0, actual = 0;
        var isOpen = false;
        foreach (var glyph in run.Glyphs)
        {
            var correction = Math.Round((actual - (pen + glyph.Offset)) / thousandth);
            if (correction != 0)
            {
                _content.Append(isOpen ? ">" : "");
                Append((int)correction, "");
                isOpen = false;
                actual -= correction * thousandth;
            }

            if (!isOpen)
                _content.Append('<');
            isOpen = true;
            Append(font.CodeOf(glyph.Id), "X4");
            actual += font.AdvanceOf(glyph.Id) * 1000 * thousandth;
            pen += glyph.Advance;
        }

        if (isOpen)
            _content.Append('>');
    }

    // There is one for each glyph: no text is made on the way.
    private void Append(int number, ReadOnlySpan<char> format)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, format, CultureInfo.InvariantCulture);
        _content.Append(digits[..length]);
    }

    // A turned page is read with its head at the portrait left: its x runs up the sheet, its y to the right.
    private static (double X, double Y) Place(double x, double y, bool isTurned) => isTurned
        ? (y * PointsPerMillimetre, x * PointsPerMillimetre)
        : (x * PointsPerMillimetre, (LayoutProfile.PageHeight - y) * PointsPerMillimetre);

    private static string ColourOf(Ink ink) => ink switch
    {
        Ink.Red => "1 0 0",
        Ink.Blue => "0 0 0.8",
        _ => "0 0 0",
    };

    private static string Number(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
