using System.Globalization;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Takes the typed values of elements out of the front matter; whatever is wrong becomes a problem with its line.</summary>
internal sealed class ElementReader(MapNode map, List<SourceProblem> problems)
{
    private readonly Dictionary<string, (int Line, SourceNode Value)> _values = map.Entries.ToDictionary(entry => entry.Key, entry => (entry.KeyLine, entry.Value));

    public int LineOf(string key) => _values.TryGetValue(key, out var value) ? value.Line : map.Line;

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Refuses keys that the format doesn't know.</summary>
    public void RefuseUnknown(IReadOnlySet<string> known)
    {
        foreach (var (key, line, _) in map.Entries.Where(entry => !known.Contains(entry.Key)))
            problems.Add(new SourceProblem(line, $"不认识要素“{Shorten(key)}”，请检查名称；正文应写在第二个“---”之后。"));
    }

    public string? Text(string key)
    {
        if (!_values.TryGetValue(key, out var found))
            return null;
        if (found.Value is ScalarNode scalar)
            return scalar.Text.Trim() is { Length: > 0 } text ? text : null;
        Refuse(found.Line, key, "应是一行文字");
        return null;
    }

    /// <summary>A list, or one string as its only item.</summary>
    public IReadOnlyList<string> Texts(string key) => Names(key) is { IsEmpty: false } names ? names.AsWritten is { } written ? [written] : names.Names : [];

    public NameList Names(string key)
    {
        if (!_values.TryGetValue(key, out var found))
            return NameList.Empty;
        switch (found.Value)
        {
            case ScalarNode scalar:
                return scalar.Text.Trim() is { Length: > 0 } text ? NameList.Written(text) : NameList.Empty;
            case ListNode list when list.Items.All(item => item is ScalarNode):
                return NameList.Of([.. list.Items.Cast<ScalarNode>().Select(item => item.Text.Trim()).Where(item => item.Length > 0)]);
            default:
                Refuse(found.Line, key, "应是一串名称，如 [甲单位, 乙单位]，或一行文字");
                return NameList.Empty;
        }
    }

    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2999)
            return date;
        Refuse(LineOf(key), key, $"“{Shorten(text)}”不是有效日期，应写作 2026-12-04 的样式");
        return null;
    }

    public T? Choice<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
            return null;
        var choices = ChineseNames.Choices<T>();
        if (choices.TryGetValue(text, out var value))
            return value;
        Refuse(LineOf(key), key, $"“{Shorten(text)}”不在可选值之内：{string.Join('、', choices.Keys)}");
        return null;
    }

    /// <param name="form">How the element is written, for who wrote it otherwise.</param>
    public IReadOnlyList<MapNode> Maps(string key, string form)
    {
        if (!_values.TryGetValue(key, out var found))
            return [];
        if (found.Value is MapNode single)
            return [single];
        if (found.Value is ListNode list && list.Items.All(item => item is MapNode or ScalarNode))
            return [.. list.Items.Select(AsMap)];
        Refuse(found.Line, key, form);
        return [];
    }

    // “- 名称” is short for “- 标题: 名称”.
    private static MapNode AsMap(SourceNode node) =>
        node as MapNode ?? new MapNode(node.Line, [("标题", node.Line, node)]);

    private void Refuse(int line, string key, string why) => problems.Add(new SourceProblem(line, $"要素“{key}”{why}。"));

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
