using System.Globalization;
using System.Text.Json;
using DocFlow.Office.Notices;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Sending;

/// <summary>Leaves orders to send in the outbox, with the act that they tell of. Only adds to the context.</summary>
internal sealed class NoticeOrders(IOfficeData data, EventOutbox outbox, IEnumerable<INoticeChannel> channels)
{
    /// <summary>For each notice, on the ways that its person chose for its kind and that are set up.</summary>
    public async Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancellationToken)
    {
        var ready = channels.Where(channel => channel.IsReady).Select(channel => channel.Way).ToList();
        if (ready.Count == 0 || notices.Count == 0)
            return;
        var (people, kinds) = (notices.Select(notice => notice.PersonId).Distinct().ToList(), notices.Select(notice => notice.Kind).Distinct().ToList());
        var choices = await data.NoticeChoices.AsNoTracking().Where(choice => people.Contains(choice.PersonId) && kinds.Contains(choice.Kind) && ready.Contains(choice.Way)).ToListAsync(cancellationToken);
        foreach (var notice in notices)
        {
            foreach (var choice in choices.Where(choice => choice.PersonId == notice.PersonId && choice.Kind == notice.Kind))
                outbox.Add(OutboxKinds.Notice, $"notice:{notice.Id}:{choice.Way}", JsonSerializer.Serialize(new NoticeOrder(choice.Way, notice.Id)));
        }
    }

    public void AddDigest(string personId, DateOnly day) => outbox.Add(
        OutboxKinds.Notice, string.Create(CultureInfo.InvariantCulture, $"digest:{personId}:{day:yyyy-MM-dd}"), JsonSerializer.Serialize(new NoticeOrder(NoticeWay.Mail, null, personId, day)));
}
