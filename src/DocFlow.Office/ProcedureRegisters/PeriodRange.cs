using System.Globalization;
using System.Text.RegularExpressions;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>The days of a period: 2026, 2026-Q4 or 2026-12.</summary>
/// <param name="From">Its first moment in the office's zone.</param>
/// <param name="To">Its end, exclusive.</param>
internal sealed partial record PeriodRange(DateTimeOffset From, DateTimeOffset To, string Words)
{
    private const int MonthsOfQuarter = 3;

    public static PeriodRange Read(string period, WorkingCalendar calendar)
    {
        if (Shape().Match(period) is not { Success: true } match)
            throw RefusalException.Invalid($"没有时期“{period}”，请写成 2026、2026-Q4 或 2026-12。");
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var (month, months, words) = (1, 12, $"{year}年");
        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            var number = int.Parse(quarter.Value, CultureInfo.InvariantCulture);
            (month, months, words) = ((number - 1) * MonthsOfQuarter + 1, MonthsOfQuarter, $"{year}年第{"一二三四"[number - 1]}季度");
        }
        else if (match.Groups["month"] is { Success: true } of)
        {
            month = int.Parse(of.Value, CultureInfo.InvariantCulture);
            (months, words) = (1, $"{year}年{month}月");
        }

        var first = new DateOnly(year, month, 1);
        return new PeriodRange(calendar.StartOf(first), calendar.StartOf(first.AddMonths(months)), words);
    }

    /// <summary>The name of the period of a day.</summary>
    public static string NameOf(DateOnly day, RegisterPeriod? period) => period switch
    {
        RegisterPeriod.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        RegisterPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-Q{(day.Month - 1) / MonthsOfQuarter + 1}"),
        _ => day.Year.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^(?<year>20[0-9]{2})(-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?$")]
    private static partial Regex Shape();
}
