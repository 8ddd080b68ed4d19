using System.Globalization;
using System.Text.RegularExpressions;

namespace DocFlow.Documents.Checking;

/// <summary>T-06 to T-08: whether weekdays, totals and lists of organs agree with themselves.</summary>
internal static partial class AgreementRules
{
    private const string Article = "条例第二十条（四）";
    private const string Weekdays = "日一二三四五六";

    /// <summary>The findings, each with the key of its place.</summary>
    public static IEnumerable<(int Place, Finding Finding)> Check(CheckedText text) =>
        [.. text.Paragraphs.SelectMany(paragraph => Days(paragraph.Text).Select(finding => (paragraph.Place, finding))), .. text.Tables.SelectMany(Totals), .. Organs(text)];

    /// <summary>T-06: a date with the wrong weekday.</summary>
    private static IEnumerable<Finding> Days(string text)
    {
        foreach (Match match in DatedWeekday().Matches(text))
        {
            if (!DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy年M月d日", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                continue;
            var (said, real) = (match.Groups["day"].Value.Replace('天', '日'), Weekdays[(int)date.DayOfWeek].ToString());
            if (said != real)
                yield return Of("T-06", $"{match.Groups["date"].Value}是星期{real}，不是星期{said}。", match.Value, $"星期{said}", $"星期{real}", "核对日期和星期。");
        }
    }

    // T-07: the last row of a table that adds up the rows above it, column by column.
    private static IEnumerable<(int, Finding)> Totals(IReadOnlyList<(int Place, IReadOnlyList<string> Cells)> table)
    {
        for (var row = 2; row < table.Count; row++)
        {
            if (!TotalLabel().IsMatch(table[row].Cells[0]))
                continue;
            var above = table.Take(row).Skip(1).Where(other => !TotalLabel().IsMatch(other.Cells[0])).ToList();
            for (var column = 1; column < table[row].Cells.Count; column++)
            {
                var numbers = above.Select(other => column < other.Cells.Count ? Number(other.Cells[column]) : null).ToList();
                if (Number(table[row].Cells[column]) is not { } total || numbers.Count == 0 || numbers.Any(number => number is null) || numbers.Sum() == total)
                    continue;
                var sum = numbers.Sum()!.Value.ToString("0.####", CultureInfo.InvariantCulture);
                yield return (table[row].Place, Of("T-07", $"表中“{table[row].Cells[0]}”与各行之和不符。", table[row].Cells[column], table[row].Cells[column], sum, "核对各行数字和合计。"));
            }
        }
    }

    // T-08: an organ twice in a list, or in both lists.
    private static IEnumerable<(int, Finding)> Organs(CheckedText text)
    {
        var recipients = CheckedText.NamesIn(text.Recipients).ToList();
        var copies = CheckedText.NamesIn(text.Copies).ToList();
        foreach (var name in recipients.Intersect(copies))
            yield return (CheckedText.AtCopies, Of("T-08", $"“{name}”既是主送机关，又列在抄送里。", name, "主送和抄送", "只列一处", "从抄送中删去。"));
        foreach (var (place, names, list) in new[] { (CheckedText.AtRecipients, recipients, "主送"), (CheckedText.AtCopies, copies, "抄送") })
        {
            foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
                yield return (place, Of("T-08", $"“{twice.Key}”在{list}里列了{twice.Count()}次。", twice.Key, $"{twice.Count()}次", "1次", "删去重复的。"));
        }
    }

    private static decimal? Number(string cell) =>
        decimal.TryParse(cell.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Finding Of(string rule, string message, string text, string measured, string required, string fix) =>
        new(rule, FindingSeverity.Blocking, message) { Clause = Article, Strength = RuleStrength.Required, Text = text, Measured = measured, Required = required, Fix = fix };

    [GeneratedRegex(@"(?<date>\d{4}年\d{1,2}月\d{1,2}日)[（(]?(?:星期|周|礼拜)(?<day>[一二三四五六日天])")]
    private static partial Regex DatedWeekday();

    [GeneratedRegex("^(?:合计|总计|共计|小计)$")]
    private static partial Regex TotalLabel();
}
