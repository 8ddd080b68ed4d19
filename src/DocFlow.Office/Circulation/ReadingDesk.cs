using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Notices;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Circulation;

/// <inheritdoc />
internal sealed class ReadingDesk(IOfficeData data, FreshRows rows, NoticeWriter notices, CirculationLog log, OfficeClock clock) : IReadingDesk
{
    private const int MostText = 2000;

    public Task<int> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var unread = await data.CirculationReaders.Include(reader => reader.Sheet!.Document)
                .Where(reader => reader.PersonId == actorId && reader.State == ReadingState.Unread && reader.Sheet!.DocumentId == documentId)
                .ToListAsync(cancellationToken);
            if (unread.Count == 0)
                return 0;
            foreach (var reader in unread)
                await MarkAsync(reader, cancellationToken);
            await log.AddAsync(unread[0].Sheet!.Document!, actorId, "已阅", null, cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
            return unread.Count;
        });

    public Task RemarkAsync(string actorId, string sheetId, string remark, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(remark))
            throw RefusalException.Invalid("请写阅办意见。");
        PlainText.Require(remark, "阅办意见", MostText);
        return rows.ActAsync(() => TryRemarkAsync(actorId, sheetId, remark.Trim(), cancellationToken));
    }

    private async Task<int> TryRemarkAsync(string actorId, string sheetId, string remark, CancellationToken cancellationToken)
    {
        var reader = await data.CirculationReaders.Include(row => row.Sheet!.Document).Include(row => row.Person)
            .SingleOrDefaultAsync(row => row.SheetId == sheetId && row.PersonId == actorId, cancellationToken) ?? throw RefusalException.NotFound("这次传阅");
        if (reader.Remark == remark)
            return 0;
        var sheet = reader.Sheet!;
        if (sheet.EndedAt is not null)
            throw RefusalException.Conflict("这次传阅已经结束，不能再写阅办意见。");
        if (reader.ReadAt is null)
            await MarkAsync(reader, cancellationToken);
        reader.Remark = remark;
        await log.AddAsync(sheet.Document!, actorId, "阅办意见", remark, cancellationToken);
        await notices.TellAsync(
            [sheet.SenderId], NoticeKind.Circulation, $"circulation/{reader.Id}/{reader.Version + 1}",
            $"{reader.Person!.Name}对《{sheet.Document!.Title}》写了阅办意见：{remark}", sheet.DocumentId, actorId, cancellationToken);
        return await data.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkAsync(CirculationReader reader, CancellationToken cancellationToken)
    {
        (reader.ReadAt, reader.State) = (clock.Now, ReadingState.Read);
        var sheet = reader.Sheet!;
        // Of the last two at once, the second meets this change, looks again and finds itself the last.
        data.CirculationSheets.Entry(sheet).Property(row => row.EndedAt).IsModified = true;
        if (await data.CirculationReaders.AnyAsync(other => other.SheetId == sheet.Id && other.Id != reader.Id && other.ReadAt == null, cancellationToken))
            return;
        await notices.TellAsync(
            [sheet.SenderId], NoticeKind.Circulation, $"circulation/{sheet.Id}/all", $"您传阅的《{sheet.Document!.Title}》已全部阅毕。",
            sheet.DocumentId, null, cancellationToken);
    }
}
