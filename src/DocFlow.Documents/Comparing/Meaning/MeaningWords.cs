using System.Text.Json;
using System.Text.RegularExpressions;

namespace DocFlow.Documents.Comparing.Meaning;

/// <summary>The words that tell duties, scope, deadlines, amounts and who answers for them: data, in <c>meaning-words.json</c>.</summary>
internal sealed class MeaningWords
{
    private const string NotCounted = "不计";

    private readonly List<(string Kind, string Text)> _words = [];
    private readonly List<(string Kind, Regex Pattern)> _patterns = [];

    private MeaningWords(JsonElement root)
    {
        foreach (var kind in root.EnumerateObject())
        {
            if (kind.Name == NotCounted)
            {
                Add(NotCounted, kind.Value);
                continue;
            }

            Kinds.Add(kind.Name);
            foreach (var list in kind.Value.EnumerateObject())
                Take(kind.Name, list);
        }

        // The longest word at a place is meant: 不得 before 得, 应急 before 应.
        _words.Sort((one, other) => other.Text.Length.CompareTo(one.Text.Length));
    }

    public static MeaningWords Standard { get; } = Load();

    /// <summary>In the order of the file, which is the order that they are told in.</summary>
    public List<string> Kinds { get; } = [];

    public HashSet<string> Strict { get; } = [];

    public HashSet<string> Loose { get; } = [];

    /// <summary>The words of a text, one after the other.</summary>
    /// <param name="organs">Names of units, which answer for something where they stand.</param>
    public IEnumerable<(string Kind, string Text)> In(string text, IReadOnlyCollection<string> organs, string organKind)
    {
        for (var at = 0; at < text.Length;)
        {
            var (kind, length) = Longest(text, at, organs, organKind);
            if (length > 0 && kind != NotCounted)
                yield return (kind, text.Substring(at, length));
            at += Math.Max(1, length);
        }
    }

    private (string Kind, int Length) Longest(string text, int at, IReadOnlyCollection<string> organs, string organKind)
    {
        var best = ("", 0);
        foreach (var organ in organs)
        {
            if (organ.Length > best.Item2 && string.CompareOrdinal(text, at, organ, 0, organ.Length) == 0)
                best = (organKind, organ.Length);
        }

        foreach (var (kind, pattern) in _patterns)
        {
            if (pattern.Match(text, at) is { Success: true } match && match.Length > best.Item2)
                best = (kind, match.Length);
        }

        foreach (var (kind, word) in _words)
        {
            if (word.Length > best.Item2 && string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                return (kind, word.Length);
        }

        return best;
    }

    private void Take(string kind, JsonProperty list)
    {
        if (list.Name == "patterns")
        {
            _patterns.AddRange(list.Value.EnumerateArray().Select(row => (kind, new Regex(@"\G" + row.GetString(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))));
            return;
        }

        Add(kind, list.Value);
        if (list.Name is "strict" or "loose")
            (list.Name == "strict" ? Strict : Loose).UnionWith(list.Value.EnumerateArray().Select(row => row.GetString()!));
    }

    private void Add(string kind, JsonElement words) => _words.AddRange(words.EnumerateArray().Select(row => (kind, row.GetString()!)));

    private static MeaningWords Load()
    {
        using var stream = typeof(MeaningWords).Assembly.GetManifestResourceStream("meaning-words.json")!;
        using var document = JsonDocument.Parse(stream);
        return new MeaningWords(document.RootElement);
    }
}
