using DocFlow.Office.Desks;

namespace DocFlow.Office.Outlooks;

/// <summary>What will happen next and with whom, before anybody presses. Changes nothing.</summary>
public interface IProcedureOutlook
{
    /// <summary>What an answer on a seat would lead to.</summary>
    /// <exception cref="RefusalException">The person may not decide on the seat, or not so.</exception>
    Task<Outlook> OfAnswerAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>What sending a draft for review would lead to.</summary>
    /// <exception cref="RefusalException">The person may not send it.</exception>
    Task<Outlook> OfStartAsync(string actorId, string documentId, string definitionId, CancellationToken cancellationToken = default);
}
