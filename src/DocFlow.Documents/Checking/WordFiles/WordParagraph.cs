using System.Xml.Linq;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>A paragraph of a .docx with the measures that hold for it.</summary>
internal sealed record WordParagraph(int Number, int? Page, string Text, IReadOnlyList<WordRun> Runs, WordProperties Properties, XElement Element)
    : FileParagraph(Text, [(0, Page, Number)])
{
    /// <summary>The index of its section.</summary>
    public int Section { get; init; }

    /// <summary>In a text box, a footer or another place beside the flow of the text.</summary>
    public bool IsBeside { get; init; }

    /// <summary>After a page break or a section's end.</summary>
    public bool StartsPage { get; init; }

    /// <summary>A line or picture is anchored here.</summary>
    public bool HasDrawing { get; init; }

    public bool IsBlank => Text.Length == 0;

    /// <summary>White characters before its text.</summary>
    public int LeadingWhite { get; init; }

    /// <summary>left, center, right or both.</summary>
    public string Alignment => Properties["jc"] switch { "start" => "left", "end" => "right", null => "both", var other => other };

    /// <summary>In a frame that is fixed to the page.</summary>
    public bool IsFramed => Properties["framePr@vAnchor"] is not null || Properties["framePr@y"] is not null;

    public double LeftIndent => Indent("left", "start");

    public double RightIndent => Indent("right", "end");

    /// <summary>Of the first row against the others, mm; negative when it hangs.</summary>
    public double FirstIndent
    {
        get
        {
            if (Properties.Number("ind@firstLineChars") is { } chars and not 0)
                return chars / 100.0 * Em;
            if (Properties.Number("ind@firstLine") is { } first)
                return first / Twips.PerMillimetre;
            if (Properties.Number("ind@hangingChars") is { } hangingChars and not 0)
                return -hangingChars / 100.0 * Em;
            return -(Properties.Number("ind@hanging") ?? 0) / Twips.PerMillimetre;
        }
    }

    /// <summary>w:spacing@line of rows of exact height, twips; null when the program chooses the height.</summary>
    public int? ExactLine => Properties["spacing@lineRule"] == "exact" ? Properties.Number("spacing@line") : null;

    /// <summary>The multiple of a single row; null when the height is stated.</summary>
    public double? LineMultiple => Properties["spacing@lineRule"] is "exact" or "atLeast" ? null : (Properties.Number("spacing@line") ?? 240) / 240.0;

    public double Before => (Properties.IsOn("spacing@beforeAutospacing") ? 0 : Properties.Number("spacing@before") ?? 0) / Twips.PerMillimetre;

    public double After => (Properties.IsOn("spacing@afterAutospacing") ? 0 : Properties.Number("spacing@after") ?? 0) / Twips.PerMillimetre;

    private double Em => Millimetres.OfPoints(Size > 0 ? Size : Millimetres.SizeThree);

    private double Indent(string side, string other)
    {
        var chars = Properties.Number($"ind@{side}Chars") ?? Properties.Number($"ind@{other}Chars") ?? 0;
        return chars != 0 ? chars / 100.0 * Em : (Properties.Number($"ind@{side}") ?? Properties.Number($"ind@{other}") ?? 0) / Twips.PerMillimetre;
    }
}
