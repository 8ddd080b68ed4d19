using Cronos;

namespace DocFlow.Elsa.Runtime.Triggers;

/// <summary>A cron expression of six fields: second, minute, hour, day, month, weekday, as Elsa reads them.</summary>
internal sealed class CronPlan
{
    private const int Fields = 6;

    private readonly CronExpression _expression;

    private CronPlan(CronExpression expression) => _expression = expression;

    /// <exception cref="FormatException">It can't be read; says why in Chinese.</exception>
    public static CronPlan Parse(string? text)
    {
        var expression = text?.Trim() ?? "";
        if (expression.Length == 0)
            throw new FormatException("没有填写周期表达式。");
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields != Fields && !expression.StartsWith('@'))
            throw new FormatException($"周期表达式“{expression}”有{fields}段，应为六段：秒 分 时 日 月 星期，如“0 0 9 * * 1”。");
        return CronExpression.TryParse(expression, CronFormat.IncludeSeconds, out var parsed)
            ? new CronPlan(parsed)
            : throw new FormatException($"周期表达式“{expression}”无法识别，应为：秒 分 时 日 月 星期，如“0 0 9 * * 1”。");
    }

    /// <summary>The next time strictly after an instant; null when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant, TimeZoneInfo zone) => _expression.GetNextOccurrence(instant, zone)?.ToUniversalTime();
}
