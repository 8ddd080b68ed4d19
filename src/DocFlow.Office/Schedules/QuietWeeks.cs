using DocFlow.Office.Lists;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Schedules;

/// <summary>The weeks without meetings (无会周), as the office's list says them: 2026-12-07至2026-12-11.</summary>
internal sealed class QuietWeeks(StoredLists lists)
{
    public const string ListName = "quiet-weeks";

    private const char Between = '至';

    public async Task<IReadOnlyList<(DateOnly First, DateOnly Last)>> ReadAsync(CancellationToken cancellationToken) =>
        [.. ((await lists.FindAsync(ListName, cancellationToken))?.Items ?? []).Select(Parse).OfType<(DateOnly, DateOnly)>()];

    /// <summary>Why an item can't stand in the list, in Chinese; null when it can.</summary>
    public static string? Problem(string item) => Parse(item) is null ? $"“{item}”应写成“2026-12-07至2026-12-11”，先写的一天在前，最多31天。" : null;

    private static (DateOnly First, DateOnly Last)? Parse(string item)
    {
        const int mostDays = 31;
        return item.Split(Between) is [var from, var to] && FieldRules.Day(from.Trim()) is { } first && FieldRules.Day(to.Trim()) is { } last && first <= last && last.DayNumber - first.DayNumber < mostDays
            ? (first, last)
            : null;
    }
}
