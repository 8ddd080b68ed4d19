using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Returns;

/// <inheritdoc />
internal sealed class ReturnStatistics(IOfficeData data, DocumentAccess access, ReturnCategories categories, OfficeSettings settings) : IReturnStatistics
{
    private const string Uncategorised = "未分类";
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    public Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancellationToken = default) => categories.ListAsync(cancellationToken);

    public async Task<ReturnReport> ReadAsync(string personId, int year, int? month, ReturnGroup group, CancellationToken cancellationToken = default)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || !Enum.IsDefined(group))
            throw RefusalException.Invalid("统计期须写成年份和1至12月，按拟稿人、单位、类别或月份统计。");
        var documents = await DocumentsAsync(personId, year, month, cancellationToken);
        // The documents are in order of time, and so are the months.
        var counts = documents.GroupBy(document => NameOf(document, group)).Select(same => new ReturnCount(same.Key, same.Count(), same.Sum(document => document.Returns)));
        if (group != ReturnGroup.Month)
            counts = counts.OrderByDescending(count => count.Documents).ThenByDescending(count => count.Returns).ThenBy(count => count.Name, StringComparer.Ordinal);
        return new ReturnReport(year, month, group, [.. counts], documents);
    }

    private async Task<IReadOnlyList<ReturnedDocument>> DocumentsAsync(string personId, int year, int? month, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var first = new DateOnly(year, month ?? 1, 1);
        var (from, to) = (calendar.StartOf(first), calendar.StartOf(month is null ? first.AddYears(1) : first.AddMonths(1)));
        var readable = (await access.InsideAsync(personId, cancellationToken)).Where(document => !document.IsMatter);
        // What was taken back (取回) was returned by nobody. A document that was first returned before was counted then.
        var returned = data.WorkItems.Where(item => item.Outcome == StepOutcomes.Return && item.ClosedAt != null
            && item.Seats.Any(seat => seat.State == SeatState.Decided && seat.Outcome == StepOutcomes.Return));
        var items = await returned.AsNoTracking().Include(item => item.Seats).Include(item => item.Document!.Drafter).Include(item => item.Document!.DrafterUnit)
            .Where(item => item.ClosedAt >= from && readable.Any(document => document.Id == item.DocumentId) && !returned.Any(before => before.DocumentId == item.DocumentId && before.ClosedAt < from))
            .ToListAsync(cancellationToken);
        var deciders = items.SelectMany(item => item.Seats).Select(seat => seat.DecidedById).OfType<string>().Distinct().ToList();
        var names = await data.People.Where(person => deciders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return
        [
            .. items.GroupBy(item => item.DocumentId).Select(same => (Of: same.OrderBy(item => item.ClosedAt).ThenBy(item => item.Id, StringComparer.Ordinal).First(), Times: same.Count()))
                .Where(document => document.Of.ClosedAt < to).OrderBy(document => document.Of.ClosedAt).ThenBy(document => document.Of.Id, StringComparer.Ordinal)
                .Select(document => Row(document.Of, document.Times, calendar.DayOf(document.Of.ClosedAt!.Value).Month, names)),
        ];
    }

    private static ReturnedDocument Row(WorkItem item, int times, int month, Dictionary<string, string> names)
    {
        // Where several of a step returned it, the last one concluded the step.
        var seat = item.Seats.Where(seat => seat is { State: SeatState.Decided, Outcome: StepOutcomes.Return }).MaxBy(seat => seat.DecidedAt)!;
        var document = item.Document!;
        return new ReturnedDocument(
            document.Id, document.Title, document.Drafter!.Name, document.DrafterUnit!.Name, item.ClosedAt!.Value, month, item.StepName, names[seat.DecidedById!],
            seat.ReturnCategory ?? Uncategorised, seat.OpinionInWords, times);
    }

    private static string NameOf(ReturnedDocument document, ReturnGroup group) => group switch
    {
        ReturnGroup.Drafter => $"{document.DrafterName}（{document.UnitName}）",
        ReturnGroup.Unit => document.UnitName,
        ReturnGroup.Category => document.Category,
        _ => string.Create(CultureInfo.InvariantCulture, $"{document.Month}月"),
    };
}
