using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;

namespace DocFlow.Office.Matters;

/// <summary>When a matter is due by its procedure's rule.</summary>
internal sealed class MatterDeadlines(OfficeSettings settings)
{
    private const int MostDays = 500;

    public async Task<DateTimeOffset?> OfAsync(DeadlineRule? rule, IReadOnlyDictionary<string, string> values, DateTimeOffset from, CancellationToken cancellationToken)
    {
        if (rule is null)
            return null;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        if (Value(rule.DateField) is { } day && FieldRules.Day(day) is { } date)
            return calendar.EndOf(date);
        if (Value(rule.DaysField) is { } text && FieldRules.Number(text) is >= 1 and <= MostDays and var number)
            return calendar.DueAfter(from, (int)number);
        if (Value(rule.ByField) is { } choice && rule.ByChoice.TryGetValue(choice, out var days))
            return calendar.DueAfter(from, days);
        return rule.WorkingDays is { } usual ? calendar.DueAfter(from, usual) : null;

        string? Value(string? key) => key is null ? null : values.GetValueOrDefault(key);
    }
}
