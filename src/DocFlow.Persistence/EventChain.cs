using DocFlow.Office.Events;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence;

/// <summary>Puts new events at the end of the chain, inside the transaction that saves them.</summary>
internal static class EventChain
{
    public static async Task AppendAsync(DocFlowDbContext context, IReadOnlyList<OfficeEvent> events, CancellationToken cancellationToken)
    {
        // The update takes the row's lock on every provider, so concurrent transactions append one after the other.
        var locked = await context.ChainHeads.Where(head => head.Id == ChainHead.OnlyId)
            .ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence), cancellationToken);
        if (locked == 0)
            throw new InvalidOperationException("The event chain's head is missing: the database was not migrated.");
        var head = await context.ChainHeads.AsNoTracking().SingleAsync(cancellationToken);
        var (sequence, hash) = (head.Sequence, head.Hash);
        foreach (var record in events)
        {
            record.Sequence = ++sequence;
            record.PreviousHash = hash;
            hash = record.Hash = EventHash.Of(record);
        }

        await context.ChainHeads.Where(row => row.Id == ChainHead.OnlyId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, sequence).SetProperty(row => row.Hash, hash), cancellationToken);
    }
}
