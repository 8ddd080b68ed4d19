using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;

namespace DocFlow.Office.Tracking;

/// <inheritdoc />
internal sealed class MatterPeriods(IOfficeData data, DocumentText texts, IMatterFields fields, OfficeSettings settings, OfficeClock clock) : IMatterPeriods
{
    private const int MonthsOfYear = 12;

    public async Task AdvanceAsync(string documentId, string dateField, string byField, bool firstOnly, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var values = MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);
        var given = FieldRules.Day(values.GetValueOrDefault(dateField) ?? "");
        if ((firstOnly && given is not null) || MonthsOf(values.GetValueOrDefault(byField)) is not { } months)
            return;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var today = calendar.DayOf(clock.Now);
        var next = given is { } day ? After(day, months, today) : EndOfPeriod(today, months);
        await fields.SetAsync(documentId, dateField, next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellationToken);
        matter.DueAt = calendar.EndOf(next);
    }

    // The last day of a month is followed by last days: 1月31日, 2月28日, 3月31日.
    private static DateOnly After(DateOnly day, int months, DateOnly today)
    {
        var isLast = day.AddDays(1).Day == 1;
        for (var next = day; ;)
        {
            next = isLast ? new DateOnly(next.Year, next.Month, 1).AddMonths(months + 1).AddDays(-1) : next.AddMonths(months);
            if (next > today)
                return next;
        }
    }

    private static DateOnly EndOfPeriod(DateOnly today, int months)
    {
        var first = today.Month - 1 - (today.Month - 1) % months;
        return new DateOnly(today.Year, 1, 1).AddMonths(first + months).AddDays(-1);
    }

    private static int? MonthsOf(string? frequency) => frequency switch
    {
        "每月" => 1,
        "每季度" => 3,
        "每半年" => 6,
        "每年" => MonthsOfYear,
        _ => null,
    };
}
