using System.Globalization;
using System.Text.RegularExpressions;

namespace DocFlow.Office.Procedures;

/// <summary>What a field's value must be like. Values are text: a day as yyyy-MM-dd, an hour as HH:mm, several people or choices separated by commas.</summary>
public static class FieldRules
{
    /// <summary>Between several values.</summary>
    public const char Separator = ',';

    internal static readonly DateOnly FirstDay = new(1900, 1, 1);
    internal static readonly DateOnly LastDay = new(2199, 12, 31);

    private const int MostText = 400;
    private const int MostLongText = 20000;
    private const int MostDigits = 14;

    /// <summary>Why a value can't stand in a field, in Chinese; null when it can. Whether people and units exist is asked elsewhere.</summary>
    public static string? Problem(ProcedureField field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return field.IsRequired ? $"请填写“{field.Label}”。" : null;
        return field.Type switch
        {
            FieldType.Text => OfText(field, value, MostText),
            FieldType.LongText => OfText(field, value, MostLongText),
            FieldType.Number => OfNumber(field, value),
            FieldType.Date => OfDay(field, value),
            FieldType.Time => OfTime(field, value),
            FieldType.Choice => OfChoice(field, value),
            FieldType.Table => TableRows.Problem(field, value),
            _ => null,
        };
    }

    /// <summary>The day that a value means, from 1900 to 2199; null when it means none. Further off, days and zones can't be reckoned with.</summary>
    public static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay ? day : null;

    /// <summary>The hour and minute that a value means; null when it means none.</summary>
    public static TimeOnly? Time(string value) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IReadOnlyList<string> Several(string? value) =>
        value?.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // Runs in linear time whatever is typed.
    internal static Regex Whole(string pattern) => new($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal static int Compare(FieldType type, string one, string other) => type == FieldType.Number
        ? decimal.Compare(Number(one) ?? 0, Number(other) ?? 0)
        : string.CompareOrdinal(one, other);

    private static string? OfText(ProcedureField field, string value, int most)
    {
        var longest = Math.Min(field.MaxLength ?? most, most);
        if (value.Length > longest)
            return $"“{field.Label}”有{value.Length}个字符，超过上限{longest}。";
        if (field.Type == FieldType.Text && value.Contains('\n', StringComparison.Ordinal))
            return $"“{field.Label}”只能有一行。";
        return field.Pattern is { } pattern && !Whole(pattern).IsMatch(value) ? $"“{field.Label}”的写法不对。{field.Help}" : null;
    }

    private static string? OfNumber(ProcedureField field, string value)
    {
        if (Number(value) is not { } number || decimal.Truncate(number).ToString(CultureInfo.InvariantCulture).Length > MostDigits)
            return $"“{field.Label}”应是数字。";
        if (decimal.Round(number, field.Decimals) != number)
            return field.Decimals == 0 ? $"“{field.Label}”应是整数。" : $"“{field.Label}”最多{field.Decimals}位小数。";
        return OutOfBounds(field, value);
    }

    private static string? OfDay(ProcedureField field, string value) =>
        Day(value) is null ? $"“{field.Label}”应是日期，写成 2026-12-08 的样子。" : OutOfBounds(field, value);

    private static string? OfTime(ProcedureField field, string value) =>
        Time(value) is null ? $"“{field.Label}”应是时间，写成 09:30 的样子。" : OutOfBounds(field, value);

    private static string? OutOfBounds(ProcedureField field, string value)
    {
        if (field.Min is { } min && Compare(field.Type, value, min) < 0)
            return field.Type != FieldType.Number ? $"“{field.Label}”不能早于{min}。" : $"“{field.Label}”不能小于{min}。";
        if (field.Max is { } max && Compare(field.Type, value, max) > 0)
            return field.Type != FieldType.Number ? $"“{field.Label}”不能晚于{max}。" : $"“{field.Label}”不能大于{max}。";
        return null;
    }

    private static string? OfChoice(ProcedureField field, string value)
    {
        var chosen = field.IsMultiple ? Several(value) : [value];
        return chosen.FirstOrDefault(one => !field.Options.Contains(one)) is { } wrong
            ? $"“{field.Label}”没有选项“{wrong}”，可选：{string.Join('、', field.Options)}。"
            : null;
    }
}
