using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;

namespace DocFlow.Office.Matters;

/// <summary>When a matter is due by its procedure's rule.</summary>
internal sealed class MatterDeadlines(OfficeSettings settings, OfficeClock clock)
{
    private const int MostDays = 500;

    /// <summary>Nobody gives a matter a deadline that lies before today, nor puts one off to such a day; what stood there before stays.</summary>
    /// <param name="due">What is put off; null for a matter that only begins.</param>
    public async Task RefusePastAsync(
        Procedure procedure, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> before, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        var changed = values.Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value).ToDictionary(pair => pair.Key, pair => pair.Value);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var today = calendar.DayOf(clock.Now);
        if (procedure.Deadline?.DateField is { } key && changed.TryGetValue(key, out var text) && FieldRules.Day(text) is { } day && day < today)
            throw RefusalException.Invalid($"“{procedure.Find(key)?.Label}”{day:yyyy-MM-dd}已经过去，请写今天（{today:yyyy-MM-dd}）或以后的日期。");
        foreach (var field in procedure.Extensions.Where(changed.ContainsKey))
        {
            if (due is { } until && FieldRules.Number(changed[field]) is >= 1 and <= MostDays and var days && calendar.DayOf(calendar.DueAfter(until, (int)days)) is var later && later < today)
                throw RefusalException.Invalid($"“{procedure.Find(field)?.Label}”{days:0}个工作日只延到{later:yyyy-MM-dd}，已经过去，请延到今天（{today:yyyy-MM-dd}）或以后。");
        }
    }

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
