using System.Text.RegularExpressions;

namespace DocFlow.Documents.Comparing.Meaning;

/// <summary>Tells whether a change of a paragraph alters duties, scope, deadlines, amounts or who answers for them: which of their words are gone, and which came.</summary>
public static partial class MeaningCheck
{
    private const string Duty = "义务";
    private const string Organ = "责任单位";
    private const int MostNamed = 4;

    /// <param name="before">The paragraph; empty when it is new.</param>
    /// <param name="after">The paragraph; empty when it is gone.</param>
    /// <param name="organs">Names of units that may answer for something.</param>
    public static IReadOnlyList<MeaningAlarm> Of(string before, string after, IReadOnlyCollection<string> organs)
    {
        if (before == after)
            return [];
        var (old, now) = (Words(before, organs), Words(after, organs));
        var alarms = new List<MeaningAlarm>();
        foreach (var kind in MeaningWords.Standard.Kinds)
        {
            var removed = Less(old, now, kind);
            var added = Less(now, old, kind);
            if (removed.Count + added.Count > 0)
                alarms.Add(new MeaningAlarm(kind, removed, added, $"{kind}：{Told(removed, added)}{(kind == Duty ? Direction(removed, added) : "")}。"));
        }

        return alarms;
    }

    private static List<(string Kind, string Text)> Words(string text, IReadOnlyCollection<string> organs) => [.. MeaningWords.Standard.In(Marker().Replace(text, ""), organs, Organ)];

    // As often as it stands more on one side.
    private static List<string> Less(List<(string Kind, string Text)> these, List<(string Kind, string Text)> those, string kind)
    {
        var counts = those.Where(word => word.Kind == kind).CountBy(word => word.Text).ToDictionary();
        var left = new List<string>();
        foreach (var (_, text) in these.Where(word => word.Kind == kind))
        {
            if (counts.GetValueOrDefault(text) is > 0 and var count)
                counts[text] = count - 1;
            else
                left.Add(text);
        }

        return left;
    }

    private static string Told(List<string> removed, List<string> added) => (removed, added) switch
    {
        ([var one], [var other]) => $"“{one}”改为“{other}”",
        (_, []) => $"删去{Named(removed)}",
        ([], _) => $"增加{Named(added)}",
        _ => $"删去{Named(removed)}，增加{Named(added)}",
    };

    private static string Named(List<string> words)
    {
        var named = words.Distinct().Take(MostNamed).ToList();
        return string.Concat(named.Select(word => $"“{word}”")) + (words.Distinct().Count() > named.Count ? "等" : "");
    }

    private static string Direction(List<string> removed, List<string> added)
    {
        var words = MeaningWords.Standard;
        var isStricter = added.Exists(words.Strict.Contains) || removed.Exists(words.Loose.Contains);
        var isLooser = added.Exists(words.Loose.Contains) || removed.Exists(words.Strict.Contains);
        return (isStricter, isLooser) switch
        {
            (true, false) => "，要求变严",
            (false, true) => "，要求变宽",
            _ => "，要求有变化",
        };
    }

    // The number of a paragraph isn't one of its amounts.
    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,4}、|（[一二三四五六七八九十]{1,4}）|[0-9]{1,3}[.．](?![0-9])|（[0-9]{1,3}）)")]
    private static partial Regex Marker();
}
