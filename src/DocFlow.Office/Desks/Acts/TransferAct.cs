using DocFlow.Office.People;

namespace DocFlow.Office.Desks.Acts;

/// <summary>转办: an open seat handed to another person.</summary>
internal sealed class TransferAct(OfficeDirectory directory, SeatHolders holders, SeatChangeRecord record)
{
    private const string Name = "转办";

    public async Task DoAsync(string actorId, string seatId, string toPersonId, string reason, CancellationToken cancellationToken)
    {
        var before = await holders.LoadAsync(seatId, cancellationToken);
        if (before.PersonId == toPersonId && before.IsPending && toPersonId != actorId
            && await record.WasDoneAsync(before.WorkItem!, Name, actorId, cancellationToken))
            return;
        var (seat, holding) = await holders.OpenAsync(actorId, seatId, cancellationToken);
        AnswerRules.RequireReason(reason, Name);
        var to = await directory.PersonAsync(toPersonId, cancellationToken);
        SeatChangeRecord.RefuseSeated(seat.WorkItem!, to);
        var postId = await holders.PostInPlaceOfAsync(seat, to, Name, cancellationToken);
        (seat.PersonId, seat.PostId, seat.PostShown) = (to.Id, postId, $"{to.Name}（{seat.Person!.Name}转办）");

        // Whoever has it now hasn't opened it.
        seat.SeenAt = null;
        await record.SaveAsync(seat, seat, holding, Name, Name, reason, to, cancellationToken);
    }
}
