using System.Globalization;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Matters;

/// <summary>A matter that another one is divided into.</summary>
/// <param name="Key">Names it among the parts of its step: the unit or person, and the row's words.</param>
/// <param name="Row">The ordinal of its row, from 1.</param>
/// <param name="Values">What its form is filled in with.</param>
internal sealed record PartPlan(string Key, int Row, IReadOnlyDictionary<string, string?> Values)
{
    private const char Dot = '.';
    private const int MostName = 40;

    /// <summary>One for each unit or person of a field; of a table's column for each row; or one for each row of a table.</summary>
    public static IReadOnlyList<PartPlan> Of(PartOrder order, Procedure procedure, IReadOnlyDictionary<string, string> values)
    {
        var parts = order.Field.Split(Dot, 2);
        var value = values.GetValueOrDefault(parts[0]);
        if (value is null || !value.StartsWith('['))
            return [.. FieldRules.Several(value).Select((one, index) => new PartPlan(one, index + 1, Into(order, one, [])))];
        var plans = new List<PartPlan>();
        var named = new Dictionary<string, int>();
        foreach (var (row, ordinal) in (TableRows.Read(value) ?? []).Select((row, index) => (row, index + 1)))
        {
            var taken = row.Where(cell => procedure.Form.Contains(cell.Key)).ToDictionary(cell => cell.Key, cell => (string?)cell.Value);
            var name = NameOf(row, named);
            if (parts.Length == 1)
                plans.Add(new PartPlan(name, ordinal, taken));
            else
                plans.AddRange(FieldRules.Several(row.GetValueOrDefault(parts[1])).Select(one => new PartPlan($"{one}/{name}", ordinal, Into(order, one, taken))));
        }

        return plans;
    }

    private static Dictionary<string, string?> Into(PartOrder order, string one, Dictionary<string, string?> taken) =>
        order.IntoField is { } into ? new Dictionary<string, string?>(taken) { [into] = one } : taken;

    // By its first words, not by its place: rows may be moved when the matter is divided anew.
    private static string NameOf(IReadOnlyDictionary<string, string> row, Dictionary<string, int> named)
    {
        var words = row.Values.First();
        var name = words[..Math.Min(words.Length, MostName)];
        var times = named[name] = named.GetValueOrDefault(name) + 1;
        return times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{times}");
    }
}
