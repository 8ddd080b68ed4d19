using System.Globalization;
using System.Xml.Linq;
using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.WordFiles.WordNames;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>A picture of a seal's size and where its anchor puts it.</summary>
/// <param name="Paragraph">The paragraph that it is anchored in.</param>
/// <param name="Diameter">mm.</param>
/// <param name="Left">mm from the sheet's left edge; null where only the program that opens the file knows.</param>
/// <param name="Top">mm from the sheet's top, or from the paragraph's when <paramref name="IsBelowParagraph"/>; null likewise.</param>
internal sealed record WordSeal(WordParagraph Paragraph, XElement Element, double Diameter, double? Left, double? Top, bool IsBelowParagraph)
{
    private const double PerMillimetre = 36000;
    private const double Smallest = 34;
    private const double Largest = 62;
    private const double Shape = 0.08;

    public double? CentreX => Left + Diameter / 2;

    public double? CentreY => Top + Diameter / 2;

    /// <summary>The seals that are anchored in a paragraph.</summary>
    public static IEnumerable<WordSeal> In(WordParagraph paragraph, WordSection? section)
    {
        foreach (var drawing in paragraph.Element.Descendants().Where(element => element.Name == Drawing + "anchor" || element.Name == Drawing + "inline"))
        {
            var extent = drawing.Element(Drawing + "extent");
            if (!drawing.Descendants(A + "blip").Any() || drawing.Ancestors(Compatibility + "Fallback").Any()
                || Emu(extent?.Attribute("cx")?.Value) is not { } width || Emu(extent?.Attribute("cy")?.Value) is not { } height
                || width is <= Smallest or >= Largest || height <= 0 || Math.Abs(width / height - 1) >= Shape)
            {
                continue;
            }

            var (left, top) = (Horizontal(drawing.Element(Drawing + "positionH"), section, width), Vertical(drawing.Element(Drawing + "positionV"), section));
            yield return new WordSeal(paragraph, drawing, width, left, top?.Offset, top?.IsBelowParagraph == true);
        }
    }

    private static double? Horizontal(XElement? position, WordSection? section, double width)
    {
        var from = position?.Attribute("relativeFrom")?.Value switch
        {
            "page" => (Start: 0, Room: section?.Width ?? LayoutProfile.PageWidth),
            "margin" or "column" => (Start: section?.Left ?? double.NaN, Room: section?.TextWidth ?? double.NaN),
            _ => (Start: double.NaN, Room: 0.0),
        };
        double? place = position?.Element(Drawing + "align")?.Value switch
        {
            "left" => from.Start,
            "center" => from.Start + (from.Room - width) / 2,
            "right" => from.Start + from.Room - width,
            _ => from.Start + Emu(position?.Element(Drawing + "posOffset")?.Value),
        };
        return place is { } known && double.IsFinite(known) ? known : null;
    }

    private static (double Offset, bool IsBelowParagraph)? Vertical(XElement? position, WordSection? section)
    {
        if (Emu(position?.Element(Drawing + "posOffset")?.Value) is not { } offset)
            return null;
        return position!.Attribute("relativeFrom")?.Value switch
        {
            "page" => (offset, false),
            "margin" when section?.Top is { } top => (top + offset, false),
            "paragraph" or "line" => (offset, true),
            _ => null,
        };
    }

    private static double? Emu(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var emu) ? emu / PerMillimetre : null;
}
