using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Queries;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Notices;

/// <inheritdoc />
internal sealed class NoticeBoard(IOfficeData data, FreshRows rows, OfficeClock clock) : INoticeBoard
{
    public async Task<Paged<NoticeRow>> ListAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var all = data.Notices.Where(notice => notice.PersonId == personId);
        var found = await all.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Skip(Paging.Skip(page, size)).Take(size)
            .Select(notice => new NoticeRow(notice.Id, notice.Kind, notice.Text, notice.DocumentId, notice.Sender!.Name, notice.At, notice.ReadAt))
            .ToListAsync(cancellationToken);
        return new Paged<NoticeRow>(found, await all.CountAsync(cancellationToken));
    }

    public Task<int> CountUnreadAsync(string personId, CancellationToken cancellationToken = default) => Unread(personId).CountAsync(cancellationToken);

    public async Task ReadAsync(string personId, string noticeId, CancellationToken cancellationToken = default)
    {
        if (!await data.Notices.AnyAsync(notice => notice.Id == noticeId && notice.PersonId == personId, cancellationToken))
            throw RefusalException.NotFound("这条通知");
        await MarkAsync(Unread(personId).Where(notice => notice.Id == noticeId), cancellationToken);
    }

    public Task ReadOfDocumentAsync(string personId, string documentId, CancellationToken cancellationToken = default) =>
        MarkAsync(Unread(personId).Where(notice => notice.DocumentId == documentId), cancellationToken);

    public Task<int> ReadAllAsync(string personId, CancellationToken cancellationToken = default) => MarkAsync(Unread(personId), cancellationToken);

    private IQueryable<Notice> Unread(string personId) => data.Notices.Where(notice => notice.PersonId == personId && notice.ReadAt == null);

    private Task<int> MarkAsync(IQueryable<Notice> unread, CancellationToken cancellationToken) => rows.ActAsync(async () =>
    {
        var notices = await unread.ToListAsync(cancellationToken);
        var now = clock.Now;
        foreach (var notice in notices)
            notice.ReadAt = now;
        if (notices.Count > 0)
            await data.SaveChangesAsync(cancellationToken);
        return notices.Count;
    });
}
