using DocFlow.Office.Procedures;
using DocFlow.Office.Time;

namespace DocFlow.Office.Schedules;

/// <summary>An engagement as a matter's fields say it.</summary>
/// <param name="IsQuietBound">It may not stand in a week without meetings, unless <paramref name="Exception"/> says why.</param>
internal sealed record EngagementPlan(int Row, string Title, DateOnly Day, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Room, string? Place, bool IsQuietBound, string? Exception)
{
    /// <summary>Whom it concerns, in the order of the declaration: whether a person, the id, and as what.</summary>
    public IReadOnlyList<(bool IsPerson, string Id, string Role)> Parties { get; init; } = [];

    /// <summary>All that the values say; what isn't said wholly yet is left out.</summary>
    /// <exception cref="RefusalException">One ends before it starts, or is nowhere.</exception>
    public static IReadOnlyList<EngagementPlan> Of(ScheduleRule rule, Procedure procedure, IReadOnlyDictionary<string, string> values, WorkingCalendar calendar)
    {
        if (rule.Table is not { } table)
            return One(rule, procedure.Fields, values, 0, calendar) is { } only ? [only] : [];
        var columns = procedure.Find(table)!.Columns;
        return [.. (TableRows.Read(values.GetValueOrDefault(table)) ?? []).Select((row, index) => One(rule, columns, row, index + 1, calendar)).OfType<EngagementPlan>()];
    }

    /// <summary>Whether a stored one says the same.</summary>
    public bool IsSaidBy(Engagement stored) =>
        stored.Row == Row && stored.Title == Title && stored.StartsAt == StartsAt && stored.EndsAt == EndsAt && stored.Room == Room && stored.Place == Place
        && stored.Parties.OrderBy(party => party.Order).Select(party => (party.IsPerson, party.PartyId, party.Role)).SequenceEqual(Parties);

    private static EngagementPlan? One(ScheduleRule rule, IReadOnlyList<ProcedureField> among, IReadOnlyDictionary<string, string> values, int row, WorkingCalendar calendar)
    {
        if (rule.Unless is { } unless && values.GetValueOrDefault(unless.Field) == unless.Value)
            return null;
        if (values.GetValueOrDefault(rule.Title) is not { Length: > 0 } title || FieldRules.Day(values.GetValueOrDefault(rule.Date) ?? "") is not { } day
            || FieldRules.Time(values.GetValueOrDefault(rule.Start) ?? "") is not { } start || FieldRules.Time(values.GetValueOrDefault(rule.End) ?? "") is not { } end)
            return null;
        if (end <= start)
            throw RefusalException.Invalid($"《{title}》的结束时间{end:HH\\:mm}须晚于开始时间{start:HH\\:mm}。");
        var (room, place) = (Given(rule.Room), Given(rule.Place));
        if (room is null && place is null)
            throw RefusalException.Invalid($"请写明《{title}》的会议室或地点。");
        var isQuietBound = rule.Quiet is { } quiet && values.GetValueOrDefault(quiet.Which.Field) == quiet.Which.Value;
        return new EngagementPlan(row, title.Length <= Engagement.MostTitle ? title : title[..Engagement.MostTitle], day, calendar.At(day, start), calendar.At(day, end), room, place, isQuietBound, Given(rule.Quiet?.Exception))
        {
            Parties = [.. Of(rule.People, true), .. Of(rule.Units, false)],
        };

        string? Given(string? key) => key is not null && values.GetValueOrDefault(key)?.Trim() is { Length: > 0 } value ? value : null;

        IEnumerable<(bool, string, string)> Of(IReadOnlyList<string> keys, bool isPerson) =>
            keys.SelectMany(key => FieldRules.Several(values.GetValueOrDefault(key)).Select(id => (isPerson, id, among.First(field => field.Key == key).Label)));
    }
}
