using System.Globalization;
using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Properties of paragraphs or runs after styles were laid over each other: “sz”, “ind@firstLine”, “pBdr.bottom@color”.</summary>
internal sealed class WordProperties
{
    private readonly Dictionary<string, string> _values;

    private WordProperties(Dictionary<string, string> values) => _values = values;

    public static WordProperties None { get; } = new([]);

    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>A measure in Word's own unit; null when it isn't stated.</summary>
    public int? Number(string key) =>
        _values.TryGetValue(key, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue
            ? (int)Math.Round(number)
            : null;

    /// <summary>A switch that is there and not turned off.</summary>
    public bool IsOn(string key) => _values.TryGetValue(key, out var text) && text is not ("0" or "false" or "off" or "none");

    /// <summary>These with the properties of an element laid over them.</summary>
    public WordProperties With(XElement? element)
    {
        if (element is null || !element.HasElements)
            return this;
        var values = new Dictionary<string, string>(_values);
        foreach (var child in element.Elements())
            Add(values, child, child.Name.LocalName);
        return new WordProperties(values);
    }

    /// <summary>These with others laid over them.</summary>
    public WordProperties With(WordProperties others)
    {
        if (others._values.Count == 0)
            return this;
        var values = new Dictionary<string, string>(_values);
        foreach (var group in others._values.GroupBy(pair => pair.Key.Split('@')[0]))
        {
            foreach (var (key, _) in group)
                Forget(values, key);
            foreach (var (key, value) in group)
                values[key] = value;
        }

        return new WordProperties(values);
    }

    private static void Add(Dictionary<string, string> values, XElement element, string name)
    {
        if (!element.HasAttributes && !element.HasElements)
            values[name] = "1";
        foreach (var attribute in element.Attributes())
            Forget(values, $"{name}@{attribute.Name.LocalName}");
        foreach (var attribute in element.Attributes())
            values[attribute.Name.LocalName == "val" ? name : $"{name}@{attribute.Name.LocalName}"] = attribute.Value;
        if (name == "numPr")
            values[name] = "1";
        if (name is "pBdr" or "numPr")
        {
            foreach (var child in element.Elements())
                Add(values, child, $"{name}.{child.Name.LocalName}");
        }
    }

    // A nearer style's first-line indent ends a farther one's hanging indent, its named font a theme's.
    private static void Forget(Dictionary<string, string> values, string key)
    {
        string[] replaced = key switch
        {
            "ind@firstLine" => ["ind@hanging", "ind@hangingChars", "ind@firstLineChars"],
            "ind@firstLineChars" => ["ind@hanging", "ind@hangingChars", "ind@firstLine"],
            "ind@hanging" or "ind@hangingChars" => ["ind@firstLine", "ind@firstLineChars"],
            "ind@left" => ["ind@leftChars", "ind@start", "ind@startChars"],
            "ind@right" => ["ind@rightChars", "ind@end", "ind@endChars"],
            "rFonts@eastAsia" => ["rFonts@eastAsiaTheme"],
            _ => [],
        };
        foreach (var other in replaced)
            values.Remove(other);
    }
}
