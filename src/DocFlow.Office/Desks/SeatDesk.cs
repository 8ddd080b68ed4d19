using DocFlow.Office.Desks.Acts;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class SeatDesk(FreshRows rows, DecideAct decide, TransferAct transfer, AddAct add, WithdrawAct withdraw) : ISeatDesk
{
    public Task<SeatDecision> DecideAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => decide.DoAsync(actorId, seatId, answer, cancellationToken));

    public Task TransferAsync(string actorId, string seatId, string toPersonId, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => transfer.DoAsync(actorId, seatId, toPersonId, reason, cancellationToken));

    public Task<string> AddAsync(string actorId, string seatId, string personId, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => add.DoAsync(actorId, seatId, personId, reason, cancellationToken));

    public Task WithdrawAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => withdraw.DoAsync(actorId, seatId, reason, cancellationToken));
}
