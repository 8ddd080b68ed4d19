using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Sending;

/// <summary>Orders the digests of a working day once its hour has come by the office clock: one for each person and day, on however many hosts.</summary>
internal sealed class DigestWork(IServiceScopeFactory scopes, OfficeClock clock) : IDueWork
{
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var ordered = 0;
        foreach (var personId in await DueAsync(cancellationToken))
        {
            if (await OrderAsync(personId, cancellationToken))
                ordered++;
        }

        return ordered;
    }

    private async Task<List<string>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (data, settings) = (scope.ServiceProvider.GetRequiredService<IOfficeData>(), scope.ServiceProvider.GetRequiredService<OfficeSettings>());
        if (!scope.ServiceProvider.GetServices<INoticeChannel>().Any(channel => channel is { Way: NoticeWay.Mail, IsReady: true }))
            return [];
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var hour = (await settings.ReadAsync<DigestSetting>(DigestSetting.Key, cancellationToken) ?? DigestSetting.Usual).Hour;
        var today = calendar.DayOf(clock.Now);
        if (!calendar.IsWorkingDay(today) || TimeZoneInfo.ConvertTime(clock.Now, calendar.Zone).Hour < hour)
            return [];
        return await data.NoticeContacts.Where(contact => contact.WantsDigest && contact.Mail != null && (contact.LastDigestOn == null || contact.LastDigestOn < today))
            .Select(contact => contact.PersonId).ToListAsync(cancellationToken);
    }

    private async Task<bool> OrderAsync(string personId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
        var today = (await scope.ServiceProvider.GetRequiredService<OfficeSettings>().ReadCalendarAsync(cancellationToken)).DayOf(clock.Now);
        var contact = await data.NoticeContacts.SingleAsync(row => row.PersonId == personId, cancellationToken);
        if (contact.LastDigestOn >= today)
            return false;
        contact.LastDigestOn = today;
        scope.ServiceProvider.GetRequiredService<NoticeOrders>().AddDigest(personId, today);
        try
        {
            await data.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another host ordered it, or the person changed the choice in this instant: the next look tells.
            return false;
        }
    }
}
