using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>减签: an open seat that isn't needed any more.</summary>
internal sealed class WithdrawAct(SeatHolders holders, SeatChangeRecord record)
{
    private const string Name = "减签";

    public async Task DoAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken)
    {
        var (seat, holding) = await holders.OpenBesideAsync(actorId, seatId, cancellationToken);
        AnswerRules.RequireReason(reason, Name);
        if (seat.WorkItem!.Seats.Count(other => other.State == SeatState.Open) < 2)
            throw RefusalException.Conflict("这是本环节最后一个待办席位，不能减签；请办理、转办或退回。");
        seat.State = SeatState.Withdrawn;
        await record.SaveAsync(seat, holding, Name, reason, seat.Person!, cancellationToken);
    }
}
