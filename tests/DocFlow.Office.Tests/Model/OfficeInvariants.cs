using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Model;

/// <summary>What holds of a document after every act, whatever was tried.</summary>
internal static class OfficeInvariants
{
    private static readonly DocumentState[] UnderWay = [DocumentState.Running, DocumentState.Signed, DocumentState.Numbered];

    public static void Hold(DocumentRecord record, ActMemory memory)
    {
        WaitsInOnePlace(record);
        foreach (var item in record.Items)
            IsSound(item, record);
        IsSignedAsWritten(record, memory);
        GoesOnlyForward(record, memory);
        EventInvariants.Hold(record, memory);
    }

    /// <summary>Once everything has come to rest.</summary>
    public static void AtRest(DocumentRecord record)
    {
        Assert.Empty(record.Queued.Select(message => $"{message.Kind}: {message.LastError}"));
        Assert.Null(record.Document.JumpToNodeId);
        Assert.True(record.Document.ReturnToNodeId is null, "The way back has ended where the document waits.");
        Assert.False(record.Document is { State: DocumentState.Void, PausedAt: not null }, "What is void doesn't stand still.");
    }

    // An open item, or a message that leads on to the next one, and never both; a move in progress may keep the item where it leads.
    private static void WaitsInOnePlace(DocumentRecord record)
    {
        var (document, open) = (record.Document, record.Items.Count(item => item.ClosedAt is null));
        if (!UnderWay.Contains(document.State))
        {
            Assert.Equal((0, 0), (open, record.Queued.Count));
        }
        else if (document.JumpToNodeId is not null)
        {
            Assert.Equal("restart", Assert.Single(record.Queued).Kind);
            Assert.InRange(open, 0, 1);
        }
        else
        {
            Assert.Equal(1, open + record.Queued.Count);
        }
    }

    private static void IsSound(WorkItem item, DocumentRecord record)
    {
        if (item.ClosedAt is null)
        {
            Assert.Contains(item.Seats, seat => seat.State == SeatState.Open);
            Assert.All(item.Seats.Where(seat => seat.State == SeatState.Waiting), seat =>
                Assert.Contains(item.Seats, asker => asker.Id == seat.AskedBySeatId && asker.IsPending));
            Assert.Contains(item.Seats.Where(seat => seat.State == SeatState.Open), seat =>
                item.Seats.TrueForAll(other => other.AskedBySeatId != seat.Id || other.Place != SeatPlace.Before || !other.IsPending));
            Assert.Distinct(item.Seats.Where(seat => seat.IsPending).Select(seat => seat.PersonId));
        }
        else
        {
            Assert.DoesNotContain(item.Seats, seat => seat.IsPending);
            Assert.All(item.Seats.Where(seat => seat.DecidedAt is not null), seat => Assert.True(seat.DecidedAt <= item.ClosedAt));
        }

        Assert.All(item.Seats, seat => Assert.Equal(seat.State == SeatState.Decided, seat is { Outcome: not null, DecidedById: not null, ContentHash: not null }));
        Assert.Equal(item.Seats.Count(seat => seat.State == SeatState.Decided), item.DecidedSeats);

        // What a step ended with is told the procedure once; what was cancelled or voided leads nowhere.
        var isTold = item.ClosedAt is not null && item.Outcome is not (null or "取消");
        Assert.Equal(isTold ? 1 : 0, record.Messages.Count(message => message.Key == $"resume:{item.Id}"));
    }

    private static void IsSignedAsWritten(DocumentRecord record, ActMemory memory)
    {
        var document = record.Document;
        var isSigned = document.State is DocumentState.Signed or DocumentState.Numbered or DocumentState.Issued or DocumentState.Archived;
        if (document.State != DocumentState.Void)
            Assert.Equal(isSigned, document.SignedHash is not null);
        if (isSigned)
            Assert.Equal(document.SignedHash, record.TextHash);
        if (memory.IsSigned && document.SignedHash is null)
            memory.Count("签发失效");
        memory.IsSigned = document.SignedHash is not null;
    }

    private static void GoesOnlyForward(DocumentRecord record, ActMemory memory)
    {
        var (before, now) = (memory.State, record.Document.State);
        Assert.True(before == now || before is not (DocumentState.Void or DocumentState.Archived), $"It went from {before} to {now}.");
        Assert.False(before == DocumentState.Numbered && now is DocumentState.Running or DocumentState.Signed, "A number was given and taken back.");
        memory.State = now;

        // One number for ever, and only after a signature.
        Assert.Equal(record.Document.Number is null ? 0 : 1, record.Numbers.Count);
        if (memory.Number is not null)
            Assert.Equal(memory.Number, record.Document.Number);
        memory.Number = record.Document.Number;
        if (now is DocumentState.Issued or DocumentState.Archived)
            Assert.Equal(1, record.Seals);

        // Who follows its duties is told once, when nothing can change them any more.
        Assert.InRange(record.Passed.Count, 0, now == DocumentState.Archived ? 1 : 0);
        Assert.Equal(now == DocumentState.Void && record.Numbers.Count > 0, record.Numbers.Exists(number => number.IsVoid));
    }
}
