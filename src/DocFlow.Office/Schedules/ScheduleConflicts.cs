using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Schedules;

/// <summary>Finds who or what room would be taken twice, and names both sources.</summary>
internal sealed class ScheduleConflicts(IOfficeData data)
{
    private const int MostNamed = 5;

    /// <param name="replaced">Engagements that are taken away by the same act.</param>
    /// <exception cref="RefusalException">There is a conflict.</exception>
    public async Task RefuseAsync(Document matter, IReadOnlyList<EngagementPlan> planned, IReadOnlyCollection<Engagement> replaced, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        if (planned.Count == 0)
            return;
        var (first, last) = (planned.Min(plan => plan.StartsAt), planned.Max(plan => plan.EndsAt));
        var others = (await data.Engagements.Include(row => row.Parties).Include(row => row.Document)
            .Where(row => row.DocumentId != matter.Id && row.StartsAt < last && row.EndsAt > first && row.Document!.State != DocumentState.Void).ToListAsync(cancellationToken))
            .Where(data.Engagements.Local.Contains).Union(data.Engagements.Local.Where(row => row.DocumentId != matter.Id)).Except(replaced).ToList();
        var found = new List<string>();
        for (var index = 0; index < planned.Count; index++)
        {
            var plan = planned[index];
            foreach (var other in planned.Skip(index + 1).Where(other => Overlap(plan.StartsAt, plan.EndsAt, other.StartsAt, other.EndsAt)))
                await AddAsync(found, plan, (other.Title, other.StartsAt, other.EndsAt, other.Room, PeopleOf(other), UnitOf(other), $"本次填报第{other.Row}行"), calendar, cancellationToken);
            foreach (var other in others.Where(other => Overlap(plan.StartsAt, plan.EndsAt, other.StartsAt, other.EndsAt)).OrderBy(other => other.StartsAt))
                await AddAsync(found, plan, (other.Title, other.StartsAt, other.EndsAt, other.Room, PeopleOf(other), UnitOf(other), $"登记于《{other.Document!.Title}》"), calendar, cancellationToken);
        }

        if (found.Count > 0)
            throw RefusalException.Conflict($"日程冲突：{string.Join('；', found.Take(MostNamed))}。请调整时间、会议室或人员后再提交。");
    }

    private static bool Overlap(DateTimeOffset start, DateTimeOffset end, DateTimeOffset otherStart, DateTimeOffset otherEnd) => start < otherEnd && otherStart < end;

    private static List<string> PeopleOf(EngagementPlan plan) => [.. plan.Parties.Where(party => party.IsPerson).Select(party => party.Id)];

    private static List<string> PeopleOf(Engagement row) => [.. row.Parties.Where(party => party.IsPerson).Select(party => party.PartyId)];

    private static string? UnitOf(EngagementPlan plan) => plan.Parties.Where(party => !party.IsPerson).Select(party => party.Id).FirstOrDefault();

    private static string? UnitOf(Engagement row) => row.Parties.Where(party => !party.IsPerson).OrderBy(party => party.Order).Select(party => party.PartyId).FirstOrDefault();

    private async Task AddAsync(
        List<string> found, EngagementPlan plan, (string Title, DateTimeOffset Start, DateTimeOffset End, string? Room, List<string> People, string? Unit, string Source) other,
        WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var both = PeopleOf(plan).Intersect(other.People).ToList();
        var shared = both.Count == 0 ? [] : await data.People.Where(person => both.Contains(person.Id)).OrderBy(person => person.Order).Select(person => person.Name).ToListAsync(cancellationToken);
        if (plan.Room is { } room && room == other.Room)
            shared.Add(room);
        if (shared.Count == 0)
            return;
        var (own, others) = (await NameAsync(UnitOf(plan), cancellationToken), await NameAsync(other.Unit, cancellationToken));
        found.Add($"{string.Join('、', shared)}在{Day(plan.Day)}{Hours(calendar, plan.StartsAt, plan.EndsAt)}《{plan.Title}》{own}，与{Hours(calendar, other.Start, other.End)}《{other.Title}》{others}（{other.Source}）重叠");
    }

    private async Task<string> NameAsync(string? unitId, CancellationToken cancellationToken) =>
        unitId is null ? "" : $"（{await data.Units.Where(unit => unit.Id == unitId).Select(unit => unit.Name).SingleAsync(cancellationToken)}）";

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日（周{"日一二三四五六"[(int)day.DayOfWeek]}）");

    private static string Hours(WorkingCalendar calendar, DateTimeOffset start, DateTimeOffset end) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(start, calendar.Zone):HH:mm}—{TimeZoneInfo.ConvertTime(end, calendar.Zone):HH:mm}");
}
