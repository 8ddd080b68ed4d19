using System.Globalization;
using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Finds the lines of a paragraph: its borders, DrawingML lines, and VML lines of older programs.</summary>
internal static class WordLines
{
    private const double EmuPerMillimetre = 36000;
    private const double LowestLine = 1.5;
    private const double ThinnestInk = 0.01;

    public static IEnumerable<WordLine> Of(WordParagraph paragraph) =>
        [.. Borders(paragraph), .. Anchored(paragraph), .. Vector(paragraph)];

    /// <summary>Red enough: hue red, as the standard's ink.</summary>
    public static bool IsRed(string? colour) =>
        colour is { Length: 6 } && int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && (rgb >> 16 & 0xFF) >= 0xC0 && (rgb >> 8 & 0xFF) <= 0x50 && (rgb & 0xFF) <= 0x50;

    private static IEnumerable<WordLine> Borders(WordParagraph paragraph)
    {
        foreach (var side in new[] { "top", "bottom" })
        {
            var key = $"pBdr.{side}";
            if (paragraph.Properties[key] is null or "none" or "nil")
                continue;
            var thickness = (paragraph.Properties.Number($"{key}@sz") ?? 0) / 8.0 * Typesetting.Millimetres.PerPoint;
            yield return new WordLine(paragraph.Number, null, thickness, null, IsRed(paragraph.Properties[$"{key}@color"]));
        }
    }

    private static IEnumerable<WordLine> Anchored(WordParagraph paragraph)
    {
        foreach (var drawing in paragraph.Element.Descendants().Where(element => element.Name == WordNames.Drawing + "anchor" || element.Name == WordNames.Drawing + "inline"))
        {
            var extent = drawing.Element(WordNames.Drawing + "extent");
            var (length, height) = (Emu(extent?.Attribute("cx")?.Value), Emu(extent?.Attribute("cy")?.Value));
            var stroke = drawing.Descendants(WordNames.A + "ln").FirstOrDefault();
            if (length is not > 10 || height is null or > LowestLine || stroke is null)
                continue;
            var vertical = drawing.Element(WordNames.Drawing + "positionV");
            var y = vertical?.Attribute("relativeFrom")?.Value == "page" ? Emu(vertical.Element(WordNames.Drawing + "posOffset")?.Value) : null;
            var colour = stroke.Descendants(WordNames.A + "srgbClr").FirstOrDefault()?.Attribute("val")?.Value;
            yield return new WordLine(paragraph.Number, length, Emu(stroke.Attribute("w")?.Value) ?? ThinnestInk, y, IsRed(colour));
        }
    }

    private static IEnumerable<WordLine> Vector(WordParagraph paragraph)
    {
        foreach (var line in paragraph.Element.Descendants().Where(element => element.Name.NamespaceName == "urn:schemas-microsoft-com:vml" && element.Name.LocalName == "line"))
        {
            if (line.Ancestors(WordNames.Compatibility + "Fallback").Any())
                continue;
            var colour = line.Attribute("strokecolor")?.Value.Split(' ')[0];
            yield return new WordLine(paragraph.Number, LengthOf(line), 0, null, colour is "red" || IsRed(colour?.TrimStart('#').ToUpperInvariant()));
        }
    }

    private static double? LengthOf(XElement line)
    {
        double? X(string name) => line.Attribute(name)?.Value.Split(',')[0] is { } text && text.EndsWith("pt", StringComparison.Ordinal)
            && double.TryParse(text[..^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var points)
                ? Typesetting.Millimetres.OfPoints(points)
                : null;
        return X("to") - X("from");
    }

    private static double? Emu(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var emu) ? emu / EmuPerMillimetre : null;
}
