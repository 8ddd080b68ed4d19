using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static DocFlow.Documents.Checking.WordFiles.WordNames;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Counts what Word counts: the markers of paragraphs with automatic numbers, in the order of the file.</summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;
    private const int LongestMarker = 30;

    private readonly Dictionary<string, XElement> _abstract = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _restarted = new(StringComparer.Ordinal);

    public WordNumbering(XElement? numbering)
    {
        foreach (var element in numbering?.Elements() ?? [])
        {
            if (element.Name == W + "abstractNum" && element.Attribute(W + "abstractNumId")?.Value is { } id)
                _abstract.TryAdd(id, element);
            else if (element.Name == W + "num" && element.Attribute(W + "numId")?.Value is { } list)
                _lists.TryAdd(list, element);
        }
    }

    /// <summary>What a paragraph's number gives it: indents that its own and not its style's properties override; null without one.</summary>
    public XElement? PropertiesOf(WordProperties paragraph) => LevelOf(paragraph)?.Level.Element(ParagraphProperties);

    /// <summary>The next marker of a paragraph's list; empty without a number, null where this reader can't tell how it is written.</summary>
    public string? Next(WordProperties paragraph)
    {
        if (paragraph["numPr.numId"] is null or "0")
            return "";
        if (LevelOf(paragraph) is not var (id, index, level))
            return null;
        var counts = Count(id, index, paragraph["numPr.numId"]!);
        var pattern = level.Element(W + "lvlText")?.Attribute(Value)?.Value ?? "";
        var isKnown = pattern.Length <= LongestMarker;
        var text = !isKnown ? "" : Place().Replace(pattern, match =>
        {
            var other = match.Groups[1].Value[0] - '1';
            var written = Write(counts[other] ?? 1, Child(id, other)?.Element(W + "numFmt")?.Attribute(Value)?.Value);
            isKnown &= written is not null;
            return written ?? "";
        });
        // A bullet is no number, and its sign is one of a font of signs.
        return level.Element(W + "numFmt")?.Attribute(Value)?.Value is "bullet" or "none" ? "" : isKnown ? text : null;
    }

    // Deeper levels begin anew; a list that says so begins anew once.
    private int?[] Count(string id, int index, string list)
    {
        if (!_counts.TryGetValue(id, out var counts))
            _counts[id] = counts = new int?[Levels];
        var restart = _lists[list].Elements(W + "lvlOverride").FirstOrDefault(element => element.Attribute(W + "ilvl")?.Value == index.ToString(CultureInfo.InvariantCulture))?.Element(W + "startOverride");
        if (restart is not null && _restarted.Add($"{list}/{index}"))
            counts[index] = Number(restart) - 1;
        counts[index] = (counts[index] ?? Number(Child(id, index)?.Element(W + "start")) - 1) + 1;
        Array.Clear(counts, index + 1, Levels - index - 1);
        return counts;
    }

    private (string Id, int Index, XElement Level)? LevelOf(WordProperties paragraph)
    {
        if (paragraph["numPr.numId"] is not { } list || !_lists.TryGetValue(list, out var num) || num.Element(W + "abstractNumId")?.Attribute(Value)?.Value is not { } id)
            return null;
        var index = Math.Clamp(paragraph.Number("numPr.ilvl") ?? 0, 0, Levels - 1);
        return Child(id, index) is { } level ? (id, index, level) : null;
    }

    private XElement? Child(string id, int index) => !_abstract.TryGetValue(id, out var list) ? null
        : list.Elements(W + "lvl").FirstOrDefault(level => level.Attribute(W + "ilvl")?.Value == index.ToString(CultureInfo.InvariantCulture));

    private static int Number(XElement? start) => int.TryParse(start?.Attribute(Value)?.Value, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 10_000 ? number : 1;

    private static string? Write(int number, string? format) => format switch
    {
        null or "decimal" or "decimalHalfWidth" => number.ToString(CultureInfo.InvariantCulture),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０'))),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCountingThousand" or "ideographDigital" when number is > 0 and < 100 => Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        _ => null,
    };

    private static string Chinese(int number)
    {
        const string digits = "〇一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones].ToString() : "");
    }

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place();
}
