using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Schedules;

/// <summary>Keeps the schedule at what matters say, and refuses what would take a person or a room twice. Only adds to the context.</summary>
internal sealed class ScheduleKeeper(IOfficeData data, OfficeSettings settings, QuietWeeks quietWeeks, ScheduleConflicts conflicts, EventLog events, OfficeClock clock)
{
    /// <exception cref="RefusalException">Somebody or some room is taken then, the week is one without meetings, or what is said can't be.</exception>
    public async Task KeepAsync(Document matter, Procedure procedure, DocumentVersion version, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (procedure.Schedule is not { } rule)
            return;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var planned = EngagementPlan.Of(rule, procedure, values, calendar);
        var stored = await OfMatterAsync(matter, cancellationToken);
        if (planned.Count == stored.Count && planned.Zip(stored.OrderBy(row => row.Row)).All(pair => pair.First.IsSaidBy(pair.Second)))
            return;
        var relatives = await RelativesAsync(matter, planned, cancellationToken);
        await RefuseQuietWeeksAsync(planned, stored, version, cancellationToken);
        await conflicts.RefuseAsync(matter, planned, [.. stored, .. relatives], calendar, cancellationToken);
        foreach (var day in planned.Select(plan => plan.Day).Concat(stored.Concat(relatives).Select(row => calendar.DayOf(row.StartsAt))).Distinct())
            await TouchAsync(day, cancellationToken);
        data.Engagements.RemoveRange(stored.Concat(relatives));
        foreach (var plan in planned)
            data.Engagements.Add(RowOf(matter, plan));
    }

    // Those that this burst took away are still in the database.
    private async Task<List<Engagement>> OfMatterAsync(Document matter, CancellationToken cancellationToken) =>
        [.. (await data.Engagements.Include(row => row.Parties).Where(row => row.DocumentId == matter.Id).ToListAsync(cancellationToken)).Where(data.Engagements.Local.Contains)
            .Union(data.Engagements.Local.Where(row => row.DocumentId == matter.Id))];

    // What an office reported goes over into the plan, and from the plan into the matter of its own: one activity, however often it is written down.
    private async Task<List<Engagement>> RelativesAsync(Document matter, IReadOnlyList<EngagementPlan> planned, CancellationToken cancellationToken)
    {
        var titles = planned.Select(plan => plan.Title).ToList();
        return [.. (await data.Engagements.Include(row => row.Parties)
            .Where(row => titles.Contains(row.Title) && (row.DocumentId == matter.BornFromId || row.Document!.BornFromId == matter.Id)).ToListAsync(cancellationToken)).Where(data.Engagements.Local.Contains)];
    }

    private async Task RefuseQuietWeeksAsync(IReadOnlyList<EngagementPlan> planned, List<Engagement> stored, DocumentVersion version, CancellationToken cancellationToken)
    {
        var weeks = planned.Any(plan => plan.IsQuietBound) ? await quietWeeks.ReadAsync(cancellationToken) : [];
        foreach (var plan in planned.Where(plan => plan.IsQuietBound && !stored.Exists(row => row.Title == plan.Title && row.StartsAt == plan.StartsAt)))
        {
            if (weeks.FirstOrDefault(week => plan.Day >= week.First && plan.Day <= week.Last) is not { First.Year: > 1 } week)
                continue;
            var what = string.Create(CultureInfo.InvariantCulture, $"《{plan.Title}》在无会周（{week.First.Month}月{week.First.Day}日至{week.Last.Month}月{week.Last.Day}日）内");
            if (plan.Exception is not { } exception)
                throw RefusalException.Invalid($"{what}，不安排全市性会议。请改期；确需召开的，请写明无会周例外的理由。");
            events.Add(ActRecord.On(version, "无会周例外") with { Opinion = $"{what}：{exception}" });
        }
    }

    private async Task TouchAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var key = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (await data.ScheduleDays.FindAsync([key], cancellationToken) is { } known)
            known.Changes++;
        else
            data.ScheduleDays.Add(new ScheduleDay { Day = key, Changes = 1 });
    }

    private Engagement RowOf(Document matter, EngagementPlan plan)
    {
        var row = new Engagement
        {
            Id = OfficeId.New(clock.Now), DocumentId = matter.Id, Document = matter, Row = plan.Row, Title = plan.Title, StartsAt = plan.StartsAt, EndsAt = plan.EndsAt, Room = plan.Room, Place = plan.Place,
        };
        row.Parties.AddRange(plan.Parties.Select((party, index) => new EngagementParty
        {
            EngagementId = row.Id, Order = index + 1, IsPerson = party.IsPerson, PartyId = party.Id, Role = party.Role,
        }));
        return row;
    }
}
