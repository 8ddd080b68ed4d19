using DocFlow.Documents.Source;

namespace DocFlow.Documents.Comparing.Settling;

/// <summary>Whether two ways of writing an element say the same: quotes, brackets, dashes and indents are how it is written, not what it says.</summary>
internal static class ElementSense
{
    public static bool IsSame(string before, string after)
    {
        var problems = new List<SourceProblem>();
        return FrontMatter.Parse(before, 1, problems) is { } old && FrontMatter.Parse(after, 1, problems) is { } now && IsSame(old, now);
    }

    private static bool IsSame(SourceNode before, SourceNode after) => (before, after) switch
    {
        (ScalarNode old, ScalarNode now) => old.Text == now.Text,
        (ListNode old, ListNode now) => old.Items.Count == now.Items.Count && old.Items.Zip(now.Items).All(pair => IsSame(pair.First, pair.Second)),
        (MapNode old, MapNode now) => old.Entries.Count == now.Entries.Count
            && old.Entries.Zip(now.Entries).All(pair => pair.First.Key == pair.Second.Key && IsSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
