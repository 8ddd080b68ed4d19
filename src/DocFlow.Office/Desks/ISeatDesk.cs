using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks;

/// <summary>Acting on work items and their seats, as pages and the API do it: each call saves by itself, with its event, notices and the outbox row.</summary>
public interface ISeatDesk
{
    /// <summary>Records an outcome exactly once, however often and from wherever it is pressed. The same press repeated gets the same answer.</summary>
    /// <exception cref="RefusalException">Among others: it was decided by another press, so that nothing of this one is recorded.</exception>
    Task<SeatDecision> DecideAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Hands an open seat to another person (转办). The same press repeated does nothing.</summary>
    Task TransferAsync(string actorId, string seatId, string toPersonId, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks another person on the same step (加签): at the same time, before the asker (who can't decide until then), or after (whose seat opens when the asker has agreed).
    /// </summary>
    /// <returns>The new seat's id; the same for the same press repeated.</returns>
    Task<string> AddAsync(
        string actorId, string seatId, string personId, string reason, SeatPlace place = SeatPlace.Beside, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks another unit, by whoever speaks for it, while the countersigning is open (加签 by the 主任 of the drafter's office). <c>Dossier.MayAddCosigners</c> says whether
    /// this person may now.
    /// </summary>
    /// <returns>The new seat's id; the same for the same press repeated.</returns>
    Task<string> AddCosignerAsync(string actorId, string documentId, string personId, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Withdraws a pending seat that isn't the last open one (减签), with those that its holder asked before or after: by whoever asked for it, or in a
    /// countersigning the 主任, while its holder hasn't opened it, by the drafter until it is decided. The step goes on when those who are left are enough.
    /// </summary>
    Task WithdrawAsync(string actorId, string seatId, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes a document back to whoever sent it on last (取回), while nobody has opened or decided the next step and that step can return.
    /// <c>Dossier.MayTakeBack</c> says whether it can be done now.
    /// </summary>
    Task TakeBackAsync(string actorId, string documentId, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Urges the holders of open seats with a line (催办): by the drafter or whoever decided an earlier seat of the document, on the same seat once an hour.
    /// <c>Dossier.MayUrge</c> says whether this person may.
    /// </summary>
    /// <param name="seatId">One seat; null for all open ones.</param>
    /// <returns>The names of those who were told.</returns>
    Task<IReadOnlyList<string>> UrgeAsync(string actorId, string documentId, string text, string? seatId = null, CancellationToken cancellationToken = default);
}
