using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Events;

/// <summary>Checks the event chain.</summary>
public sealed class EventChainAudit(IOfficeData data)
{
    /// <summary>Recomputes every hash from the first event to the head.</summary>
    public async Task<ChainFinding?> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var head = await data.ChainHeads.AsNoTracking().SingleAsync(row => row.Id == ChainHead.OnlyId, cancellationToken);
        var (expected, previous) = (0L, "");
        var events = data.Events.AsNoTracking().OrderBy(record => record.Sequence).AsAsyncEnumerable();
        await foreach (var record in events.WithCancellation(cancellationToken))
        {
            expected++;
            if (record.Sequence != expected)
                return new ChainFinding(expected, $"第{expected}条记录缺失。");
            if (record.PreviousHash != previous || record.Hash != EventHash.Of(record))
                return new ChainFinding(expected, $"第{expected}条记录被改动过。");
            previous = record.Hash;
        }

        return head.Sequence == expected && head.Hash == previous
            ? null
            : new ChainFinding(expected + 1, $"第{expected + 1}条及以后的记录被删除，链尾应为第{head.Sequence}条。");
    }
}
