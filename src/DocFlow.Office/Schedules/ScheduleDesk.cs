using System.Security.Cryptography;
using System.Text;
using DocFlow.Documents.Papers;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Schedules;

/// <inheritdoc />
internal sealed class ScheduleDesk(
    IOfficeData data, FreshRows rows, ScheduleReader reader, SchedulePaper paper, OfficeDirectory directory, OfficeSettings settings, EventLog events, OfficeClock clock) : IScheduleDesk
{
    private const int MostDays = 100;
    private const int SecretBytes = 32;
    private const int FeedDaysBack = 31;
    private const int FeedDaysAhead = 366;

    public Task<IReadOnlyList<ScheduleLine>> ReadAsync(string personId, DateOnly from, DateOnly to, bool isOwn, CancellationToken cancellationToken = default) =>
        reader.OfPersonAsync(personId, Checked(from, to), to, isOwn, cancellationToken);

    public async Task<Paper> PrintAsync(string personId, DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        await paper.OfAsync(await ReadAsync(personId, from, to, false, cancellationToken), from, to, cancellationToken);

    public async Task<DateTimeOffset?> FeedAsync(string personId, CancellationToken cancellationToken = default) =>
        (await data.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.PersonId == personId, cancellationToken))?.MadeAt;

    public Task<string> MakeFeedAsync(string personId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        if (await data.CalendarFeeds.FindAsync([personId], cancellationToken) is { } former)
            (former.SecretHash, former.MadeAt) = (HashOf(secret), clock.Now);
        else
            data.CalendarFeeds.Add(new CalendarFeed { PersonId = personId, SecretHash = HashOf(secret), MadeAt = clock.Now });
        events.Add(new ActRecord("日程订阅") { Actor = await directory.PersonAsync(personId, cancellationToken), Detail = new Dictionary<string, string> { ["订阅"] = "生成地址，原地址作废" } });
        await data.SaveChangesAsync(cancellationToken);
        return secret;
    });

    public Task RevokeFeedAsync(string personId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        if (await data.CalendarFeeds.FindAsync([personId], cancellationToken) is not { } feed)
            return;
        data.CalendarFeeds.Remove(feed);
        events.Add(new ActRecord("日程订阅") { Actor = await directory.PersonAsync(personId, cancellationToken), Detail = new Dictionary<string, string> { ["订阅"] = "停用地址" } });
        await data.SaveChangesAsync(cancellationToken);
    });

    public async Task<string?> FeedTextAsync(string secret, CancellationToken cancellationToken = default)
    {
        var hash = HashOf(secret);
        if (await data.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.SecretHash == hash, cancellationToken) is not { } found
            || !await directory.InForce().AnyAsync(appointment => appointment.PersonId == found.PersonId, cancellationToken))
            return null;
        var today = (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now);
        var lines = await reader.OfPersonAsync(found.PersonId, today.AddDays(-FeedDaysBack), today.AddDays(FeedDaysAhead), true, cancellationToken);
        return FeedText.Of((await directory.PersonAsync(found.PersonId, cancellationToken)).Name, lines, clock.Now);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static DateOnly Checked(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw RefusalException.Invalid("结束日期不能早于开始日期。");
        if (to.DayNumber - from.DayNumber >= MostDays || from < Procedures.FieldRules.FirstDay || to >= Procedures.FieldRules.LastDay)
            throw RefusalException.Invalid($"一次最多查看{MostDays}天的日程。");
        return from;
    }
}
