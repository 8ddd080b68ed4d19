namespace DocFlow.Office.WorkItems;

/// <summary>
/// The fields that a step's designer names: keys separated by “，”, for all buttons, or in groups separated by “；”, each for the button before its “：”
/// (反馈：feedback；申请延期：days，reason).
/// </summary>
public static class StepFields
{
    private static readonly char[] Groups = ['；', ';'];
    private static readonly char[] Ends = ['：', ':'];

    /// <summary>All keys, in their order.</summary>
    public static IReadOnlyList<string> All(string? declared) => [.. Read(declared).SelectMany(group => group.Keys).Distinct()];

    /// <summary>The keys that must be complete when a button is pressed.</summary>
    public static IReadOnlyList<string> Of(string? declared, string button) =>
        [.. Read(declared).Where(group => group.Button is null || group.Button == button).SelectMany(group => group.Keys).Distinct()];

    /// <summary>The buttons that groups are for.</summary>
    public static IReadOnlyList<string> Buttons(string? declared) => [.. Read(declared).Select(group => group.Button).OfType<string>()];

    private static IEnumerable<(string? Button, IReadOnlyList<string> Keys)> Read(string? declared)
    {
        foreach (var group in declared?.Split(Groups, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var end = group.IndexOfAny(Ends);
            yield return end < 0 ? (null, StepOutcomes.Split(group)) : (group[..end].Trim(), StepOutcomes.Split(group[(end + 1)..]));
        }
    }
}
