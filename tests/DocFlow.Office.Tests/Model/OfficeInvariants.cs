using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>What holds of a document after every act, whatever was tried.</summary>
internal static class OfficeInvariants
{
    private static readonly string[] Acts = ["同意", "退回", "签发", "通过", "编号", "用印", "加签", "减签", "转办", "取回", "作废"];

    public static Task HoldAsync(OfficeHost office, string documentId, OfficePlayer player) => office.ActAsync<IOfficeData>(async data =>
    {
        var document = await data.Documents.AsNoTracking().SingleAsync(row => row.Id == documentId);
        var items = await data.WorkItems.AsNoTracking().Include(item => item.Seats).Where(item => item.DocumentId == documentId).ToListAsync();
        Assert.Empty(await data.OutboxMessages.AsNoTracking().Where(message => message.DocumentId == documentId && message.State != OutboxState.Done).Select(message => message.LastError).ToListAsync());
        WaitsInOnePlace(document, items);
        foreach (var item in items)
            IsSound(item);
        await IsSignedAsWrittenAsync(data, document);
        OpinionsStay(items, player);
        await EveryActHasItsEventAsync(data, document, player);
    });

    private static void WaitsInOnePlace(Document document, List<WorkItem> items)
    {
        var open = items.FindAll(item => item.ClosedAt is null);
        Assert.Equal(document.State is DocumentState.Running or DocumentState.Signed or DocumentState.Numbered ? 1 : 0, open.Count);
        Assert.True(document.ReturnToNodeId is null, "The way back has ended where the document waits.");
    }

    private static void IsSound(WorkItem item)
    {
        if (item.ClosedAt is null)
        {
            Assert.Contains(item.Seats, seat => seat.State == SeatState.Open);
            Assert.All(item.Seats.Where(seat => seat.State == SeatState.Waiting), seat =>
                Assert.Contains(item.Seats, asker => asker.Id == seat.AskedBySeatId && asker.IsPending));
            Assert.Contains(item.Seats.Where(seat => seat.State == SeatState.Open), seat =>
                item.Seats.TrueForAll(other => other.AskedBySeatId != seat.Id || other.Place != SeatPlace.Before || !other.IsPending));
        }
        else
        {
            Assert.DoesNotContain(item.Seats, seat => seat.IsPending);
            Assert.All(item.Seats.Where(seat => seat.DecidedAt is not null), seat => Assert.True(seat.DecidedAt <= item.ClosedAt));
        }

        Assert.All(item.Seats, seat => Assert.Equal(seat.State == SeatState.Decided, seat is { Outcome: not null, DecidedById: not null, ContentHash: not null }));
        Assert.Equal(item.Seats.Count(seat => seat.State == SeatState.Decided), item.DecidedSeats);
    }

    private static async Task IsSignedAsWrittenAsync(IOfficeData data, Document document)
    {
        var isSigned = document.State is DocumentState.Signed or DocumentState.Numbered or DocumentState.Issued or DocumentState.Archived;
        if (document.State != DocumentState.Void)
            Assert.Equal(isSigned, document.SignedHash is not null);
        if (isSigned)
        {
            Assert.Equal(document.SignedHash, await data.DocumentVersions.Where(version => version.DocumentId == document.Id && version.Ordinal == document.CurrentVersion)
                .Select(version => version.ContentHash).SingleAsync());
        }
    }

    private static void OpinionsStay(List<WorkItem> items, OfficePlayer player)
    {
        var decided = items.SelectMany(item => item.Seats).Where(seat => seat.State == SeatState.Decided)
            .ToDictionary(seat => seat.Id, seat => (seat.Outcome!, seat.Opinion!));
        Assert.Equal(player.Decided.OrderBy(pair => pair.Key, StringComparer.Ordinal), decided.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static async Task EveryActHasItsEventAsync(IOfficeData data, Document document, OfficePlayer player)
    {
        var events = await data.Events.AsNoTracking().Where(record => record.DocumentId == document.Id && record.ActorId != null).ToListAsync();
        foreach (var act in Acts)
            Assert.Equal((act, player.Taken.GetValueOrDefault(act)), (act, events.Count(record => record.Act == act)));

        // The first one sent it into the procedure.
        Assert.Equal(1 + player.Taken.GetValueOrDefault("送审"), events.Count(record => record.Act == "送审"));
        Assert.All(player.Decided.Values, decided => Assert.Single(events, record => record.Act == decided.Outcome && record.Opinion == decided.Opinion));
    }
}
