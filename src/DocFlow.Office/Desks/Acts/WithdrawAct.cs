using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>减签: a seat that isn't needed any more, with those that its holder asked before or after itself.</summary>
internal sealed class WithdrawAct(SeatHolders holders, SeatChangeRecord record, StepConcluding concluding)
{
    public const string Name = "减签";

    public async Task DoAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken)
    {
        var before = await holders.LoadAsync(seatId, cancellationToken);
        if (before is { State: SeatState.Withdrawn, WorkItem.ClosedAt: null } && await record.WasDoneAsync(before.WorkItem!, Name, actorId, cancellationToken))
            return;
        var (seat, holding) = await holders.OpenBesideAsync(actorId, seatId, cancellationToken);
        AnswerRules.RequireReason(reason, Name);
        var item = seat.WorkItem!;
        if (seat.SeenAt is not null && item.Document!.DrafterId != actorId)
            throw RefusalException.Conflict($"{seat.Person!.Name}已经打开这件工作，只有拟稿人还可以减签；也可请其转办或办理。");
        var leaving = WithAsked(item, seat);
        if (!item.Seats.Exists(other => other.State == SeatState.Open && !leaving.Contains(other)))
            throw RefusalException.Conflict("这是本环节最后一个待办席位，不能减签；请办理、转办或退回。");
        foreach (var other in leaving)
            other.State = SeatState.Withdrawn;
        // Those who are left may be enough now, or too few.
        await concluding.WithoutDecisionAsync(item, holding.Actor, cancellationToken);
        await record.SaveAsync(seat, seat, holding, Name, Name, reason, seat.Person!, cancellationToken);
    }

    private static List<Seat> WithAsked(WorkItem item, Seat seat)
    {
        List<Seat> leaving = [seat];
        for (var index = 0; index < leaving.Count; index++)
        {
            leaving.AddRange(item.Seats.Where(other =>
                other.AskedBySeatId == leaving[index].Id && other is { IsPending: true, Place: not SeatPlace.Beside } && !leaving.Contains(other)));
        }

        return leaving;
    }
}
