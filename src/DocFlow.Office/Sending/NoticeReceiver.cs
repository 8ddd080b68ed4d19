using System.Globalization;
using System.Text.Json;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Sending;

/// <summary>Sends what was ordered, unless it has become pointless meanwhile.</summary>
internal sealed class NoticeReceiver(IOfficeData data, DigestText digests, InsideOnly inside, SeatReaches reaches, IEnumerable<INoticeChannel> channels, OfficeClock clock) : IOutboxReceiver
{
    private const string Withheld = "您有一条公文通知，内容请登录系统查看。";

    public string Kind => OutboxKinds.Notice;

    public async Task ReceiveAsync(string payloadJson, CancellationToken cancellationToken)
    {
        var order = JsonSerializer.Deserialize<NoticeOrder>(payloadJson)!;
        var channel = channels.FirstOrDefault(channel => channel.Way == order.Way && channel.IsReady);
        if (channel is null || await ContentAsync(order, cancellationToken) is not { } notice)
            return;
        if (order.Way != NoticeWay.Mail || notice.Mail is not null)
            await channel.SendAsync(notice, cancellationToken);
    }

    private async Task<OutsideNotice?> ContentAsync(NoticeOrder order, CancellationToken cancellationToken)
    {
        if (order is { NoticeId: null, PersonId: { } personId, Day: { } day })
        {
            var text = await digests.OfAsync(personId, cancellationToken);
            return text is null ? null : await AddressAsync(
                string.Create(CultureInfo.InvariantCulture, $"digest-{personId}-{day:yyyyMMdd}"), personId, null, text.Value.Subject, text.Value.Lines, null, clock.Now, cancellationToken);
        }

        var notice = await data.Notices.AsNoTracking().Include(row => row.Document).SingleOrDefaultAsync(row => row.Id == order.NoticeId, cancellationToken);
        if (notice is null || notice.ReadAt is not null || await IsOverAsync(notice, cancellationToken))
            return null;
        var words = notice.DocumentId is { } documentId && (await inside.AmongAsync([documentId], cancellationToken)).Count > 0 ? Withheld : notice.Text;
        return await AddressAsync(notice.Id, notice.PersonId, notice.Kind, words, [words], notice.DocumentId, notice.At, cancellationToken);
    }

    private async Task<OutsideNotice?> AddressAsync(
        string id, string personId, NoticeKind? kind, string subject, IReadOnlyList<string> lines, string? documentId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var person = await data.People.AsNoTracking().SingleAsync(row => row.Id == personId, cancellationToken);
        var mail = await data.NoticeContacts.AsNoTracking().Where(contact => contact.PersonId == personId).Select(contact => contact.Mail).SingleOrDefaultAsync(cancellationToken);
        return new OutsideNotice(id, person.Login, person.Name, mail, kind, subject, lines, documentId, at);
    }

    // What was said of work is pointless once the work is done: for who may do it, or for the drafter as a whole.
    private async Task<bool> IsOverAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.WorkItemId is not { } itemId)
            return false;
        var item = await data.WorkItems.AsNoTracking().Include(row => row.Seats).SingleOrDefaultAsync(row => row.Id == itemId, cancellationToken);
        if (item is null || item.ClosedAt is not null || notice.Document?.State == DocumentState.Void)
            return true;
        var own = item.Seats.FindAll((await reaches.OfAsync(notice.PersonId, cancellationToken)).Covers);
        return own.Count > 0 && !own.Exists(seat => seat.IsPending);
    }
}
