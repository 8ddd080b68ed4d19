using System.Xml.Linq;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>A section of a .docx: sheet, margins, grid, footers. Measures in mm; null where the file doesn't state them.</summary>
/// <param name="FirstParagraph">The number of its first paragraph.</param>
internal sealed record WordSection(XElement Element, int FirstParagraph)
{
    /// <summary>Footers by type (default, even, first), inherited ones included.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<WordParagraph>> Footers { get; init; }

    public double? Width => Of("pgSz", "w");

    public double? Height => Of("pgSz", "h");

    public double? Top => Of("pgMar", "top") is { } top ? Math.Abs(top) : null;

    public double? Bottom => Of("pgMar", "bottom") is { } bottom ? Math.Abs(bottom) : null;

    public double? Left => Of("pgMar", "left") + (Of("pgMar", "gutter") ?? 0);

    public double? Right => Of("pgMar", "right");

    public double? FooterDistance => Of("pgMar", "footer");

    public bool IsLandscape => Width > Height;

    public bool HasTitlePage => Element.Element(WordNames.W + "titlePg") is { } title && title.Attribute(WordNames.Value)?.Value is not ("0" or "false");

    /// <summary>lines, linesAndChars …; null without a grid.</summary>
    public string? GridType => Element.Element(WordNames.W + "docGrid")?.Attribute(WordNames.W + "type")?.Value is { } type and not "default" ? type : null;

    /// <summary>The grid's line pitch, twips.</summary>
    public int? GridPitch => Twip("docGrid", "linePitch");

    /// <summary>What the grid adds to a character, 1/4096 pt.</summary>
    public int GridCharacterSpace => Twip("docGrid", "charSpace") ?? 0;

    public double? TextWidth => Width - Left - Right;

    public double? TextHeight => Height - Top - Bottom;

    private int? Twip(string element, string attribute) =>
        double.TryParse(Element.Element(WordNames.W + element)?.Attribute(WordNames.W + attribute)?.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < int.MaxValue
            ? (int)value
            : null;

    private double? Of(string element, string attribute) => Twip(element, attribute) / Twips.PerMillimetre;
}
