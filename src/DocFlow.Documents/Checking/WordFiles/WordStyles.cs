using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>What the styles of a file give its paragraphs and runs, from the defaults over based-on styles to the named one.</summary>
internal sealed class WordStyles
{
    private const int DeepestBase = 24;

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (WordProperties Paragraph, WordProperties Run)> _resolved = new(StringComparer.Ordinal);
    private readonly string? _default;
    private readonly WordProperties _paragraphDefaults = WordProperties.None;
    private readonly WordProperties _runDefaults = WordProperties.None;
    private readonly string? _majorFont;
    private readonly string? _minorFont;

    public WordStyles(XElement? styles, XElement? theme)
    {
        (_majorFont, _minorFont) = (ThemeFont(theme, "majorFont"), ThemeFont(theme, "minorFont"));
        if (styles is null)
            return;
        var defaults = styles.Element(WordNames.W + "docDefaults");
        _paragraphDefaults = WordProperties.None.With(defaults?.Element(WordNames.W + "pPrDefault")?.Element(WordNames.ParagraphProperties));
        _runDefaults = WordProperties.None.With(defaults?.Element(WordNames.W + "rPrDefault")?.Element(WordNames.RunProperties));
        foreach (var style in styles.Elements(WordNames.W + "style"))
        {
            if (style.Attribute(WordNames.W + "styleId")?.Value is not { } id)
                continue;
            _styles.TryAdd(id, style);
            if (style.Attribute(WordNames.W + "type")?.Value == "paragraph" && style.Attribute(WordNames.W + "default")?.Value is "1" or "true")
                _default ??= id;
        }
    }

    /// <summary>The size of the default style, half points.</summary>
    public int DefaultSize => RunBase(null).Number("sz") ?? 20;

    public WordProperties Paragraph(string? style, XElement? own) => _paragraphDefaults.With(Resolve(style ?? _default, 0).Paragraph).With(own);

    /// <summary>The base of all runs of a paragraph; kept by the caller, for most runs add nothing.</summary>
    public WordProperties RunBase(string? paragraphStyle) => _runDefaults.With(Resolve(paragraphStyle ?? _default, 0).Run);

    public WordProperties Run(WordProperties runBase, XElement? own) =>
        own is null ? runBase : runBase.With(Resolve(own.Element(WordNames.W + "rStyle")?.Attribute(WordNames.Value)?.Value, 0).Run).With(own);

    /// <summary>The family that Chinese characters are drawn in; null where the file leaves it to the program.</summary>
    public string? EastAsianFamily(WordProperties run) =>
        run["rFonts@eastAsiaTheme"] is { } theme
            ? theme.StartsWith("major", StringComparison.Ordinal) ? _majorFont : _minorFont
            : run["rFonts@eastAsia"];

    private (WordProperties Paragraph, WordProperties Run) Resolve(string? id, int depth)
    {
        if (id is null || depth > DeepestBase || !_styles.TryGetValue(id, out var style))
            return (WordProperties.None, WordProperties.None);
        if (_resolved.TryGetValue(id, out var known))
            return known;
        var (paragraph, run) = Resolve(style.Element(WordNames.W + "basedOn")?.Attribute(WordNames.Value)?.Value, depth + 1);
        var resolved = (paragraph.With(style.Element(WordNames.ParagraphProperties)), run.With(style.Element(WordNames.RunProperties)));
        _resolved[id] = resolved;
        return resolved;
    }

    private static string? ThemeFont(XElement? theme, string kind)
    {
        var font = theme?.Descendants(WordNames.A + kind).FirstOrDefault();
        var simplified = font?.Elements(WordNames.A + "font").FirstOrDefault(element => element.Attribute("script")?.Value == "Hans");
        var named = font?.Element(WordNames.A + "ea")?.Attribute("typeface")?.Value;
        return string.IsNullOrEmpty(named) ? simplified?.Attribute("typeface")?.Value : named;
    }
}
