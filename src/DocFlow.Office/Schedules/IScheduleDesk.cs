using DocFlow.Documents.Papers;

namespace DocFlow.Office.Schedules;

/// <summary>日程 of a person and of the office, and the private address for calendar programs.</summary>
public interface IScheduleDesk
{
    /// <summary>What concerns the person - named, or of a unit that it concerns, or registered by them - and all of procedures whose matters they read, in order of time.</summary>
    /// <param name="to">The last day.</param>
    /// <param name="isOwn">Only what the person is named in.</param>
    Task<IReadOnlyList<ScheduleLine>> ReadAsync(string personId, DateOnly from, DateOnly to, bool isOwn, CancellationToken cancellationToken = default);

    /// <summary>周安排表 of up to ten days, otherwise 月计划表.</summary>
    Task<Paper> PrintAsync(string personId, DateOnly from, DateOnly to, CancellationToken cancellationToken = default);

    /// <summary>When the person's address was made; null when there is none.</summary>
    Task<DateTimeOffset?> FeedAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>Makes an address, in place of the former one, which then leads nowhere.</summary>
    /// <returns>Its secret, which isn't told again.</returns>
    Task<string> MakeFeedAsync(string personId, CancellationToken cancellationToken = default);

    Task RevokeFeedAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>What a calendar program is told (iCalendar, RFC 5545); null when the secret is nobody's, or of somebody without a post.</summary>
    Task<string?> FeedTextAsync(string secret, CancellationToken cancellationToken = default);
}

/// <summary>An engagement as shown.</summary>
/// <param name="Parties">Whom it concerns, as what: 参加领导：陆明.</param>
/// <param name="Source">The matter that says it; null where the reader may not open it.</param>
/// <param name="IsOwn">The reader is named in it.</param>
public sealed record ScheduleLine(
    string Id, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Day, string Hours, string Where, IReadOnlyList<ScheduleParty> Parties, string? Source, bool IsOwn)
{
    /// <summary>The names in a role, as shown.</summary>
    public string In(Func<ScheduleParty, bool> which) => string.Join('、', Parties.Where(which).Select(party => party.Name).Distinct());
}

/// <summary>A person or unit of an engagement.</summary>
public sealed record ScheduleParty(string Role, string Name, bool IsPerson);
