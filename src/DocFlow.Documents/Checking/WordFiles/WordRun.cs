using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Characters of one look.</summary>
/// <param name="At">Where its text starts in the paragraph's whole text.</param>
/// <param name="FontName">The family of its Chinese characters; null where the file doesn't say.</param>
/// <param name="Element">The w:r.</param>
internal sealed record WordRun(int At, string Text, string? FontName, WordProperties Properties, XElement Element)
{
    public double Size => (Properties.Number("sz") ?? 20) / 2.0;

    public bool IsBold => Properties.IsOn("b");

    public bool IsHidden => Properties.IsOn("vanish");

    /// <summary>Six hexadecimal digits; null for black and for what the program chooses.</summary>
    public string? Colour => Properties["color"] is { } colour && colour is not ("auto" or "000000") ? colour : null;

    /// <summary>Characters that a family and a size show in.</summary>
    public int Weight => Text.Count(character => !char.IsWhiteSpace(character));
}
