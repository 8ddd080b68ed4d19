using System.Xml.Linq;
using DocFlow.Documents.Checking.WordFiles;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>Sets properties of paragraphs and runs at the places that the schema wants them.</summary>
internal static class WordProperty
{
    private static readonly string[] OfParagraph =
    [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
        "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
        "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ];

    private static readonly string[] OfRun =
    [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w",
        "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
    ];

    /// <summary>A property of a paragraph with these attributes; others that it has stay.</summary>
    public static void SetParagraph(XElement paragraph, string name, params ReadOnlySpan<(string Attribute, string? Value)> values) =>
        Set(Properties(paragraph, WordNames.ParagraphProperties), OfParagraph, name, values);

    /// <summary>A property of a run.</summary>
    public static void SetRun(XElement run, string name, params ReadOnlySpan<(string Attribute, string? Value)> values) =>
        Set(Properties(run, WordNames.RunProperties), OfRun, name, values);

    private static XElement Properties(XElement owner, XName name)
    {
        if (owner.Element(name) is { } known)
            return known;
        var properties = new XElement(name);
        owner.AddFirst(properties);
        return properties;
    }

    private static void Set(XElement properties, string[] order, string name, ReadOnlySpan<(string Attribute, string? Value)> values)
    {
        var element = properties.Element(WordNames.W + name);
        if (element is null)
        {
            element = new XElement(WordNames.W + name);
            var place = Array.IndexOf(order, name);
            if (properties.Elements().LastOrDefault(other => other.Name.Namespace == WordNames.W && Array.IndexOf(order, other.Name.LocalName) is var at && at >= 0 && at < place) is { } before)
                before.AddAfterSelf(element);
            else
                properties.AddFirst(element);
        }

        foreach (var (attribute, value) in values)
            element.SetAttributeValue(WordNames.W + attribute, value);
    }
}
