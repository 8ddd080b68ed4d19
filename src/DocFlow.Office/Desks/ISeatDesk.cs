namespace DocFlow.Office.Desks;

/// <summary>Deciding on a work item's seat, as pages and the API do it: each call saves by itself, with its event and the outbox row.</summary>
public interface ISeatDesk
{
    /// <summary>Records an outcome exactly once, however often and from wherever it is pressed.</summary>
    Task<SeatDecision> DecideAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Hands an open seat to another person (转办).</summary>
    Task TransferAsync(string actorId, string seatId, string toPersonId, string reason, CancellationToken cancellationToken = default);

    /// <summary>Adds a seat beside an open one (加签).</summary>
    /// <returns>The new seat's id.</returns>
    Task<string> AddAsync(string actorId, string seatId, string personId, string reason, CancellationToken cancellationToken = default);

    /// <summary>Withdraws an open seat that isn't the last one (减签); by the drafter or a fellow of the same work item.</summary>
    Task WithdrawAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken = default);
}
