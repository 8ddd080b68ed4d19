using DocFlow.Office.Desks.Acts;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class SeatDesk(
    FreshRows rows, DecideAct decide, TransferAct transfer, AddAct add, AddCosignerAct addCosigner, WithdrawAct withdraw, TakeBackAct takeBack, UrgeAct urge) : ISeatDesk
{
    public Task<SeatDecision> DecideAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => decide.DoAsync(actorId, seatId, answer, cancellationToken));

    public Task TransferAsync(string actorId, string seatId, string toPersonId, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => transfer.DoAsync(actorId, seatId, toPersonId, reason, cancellationToken));

    public Task<string> AddAsync(
        string actorId, string seatId, string personId, string reason, SeatPlace place = SeatPlace.Beside, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => add.DoAsync(actorId, seatId, personId, reason, place, cancellationToken));

    public Task<string> AddCosignerAsync(string actorId, string documentId, string personId, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => addCosigner.DoAsync(actorId, documentId, personId, reason, cancellationToken));

    public Task WithdrawAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => withdraw.DoAsync(actorId, seatId, reason, cancellationToken));

    public Task TakeBackAsync(string actorId, string documentId, string? reason = null, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => takeBack.DoAsync(actorId, documentId, reason, cancellationToken));

    public Task<IReadOnlyList<string>> UrgeAsync(
        string actorId, string documentId, string text, string? seatId = null, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => urge.DoAsync(actorId, documentId, text, seatId, cancellationToken));
}
