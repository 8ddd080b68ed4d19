namespace DocFlow.Office.Pausing;

/// <summary>Stops the work on a document or matter for a while (暂停), with all its deadlines: each call saves by itself, with its event and notices.</summary>
public interface IPauseDesk
{
    /// <summary>Nobody can decide on it, and nothing falls due, until it goes on. The same press repeated does nothing.</summary>
    /// <exception cref="RefusalException">Neither its drafter nor whoever leads the office, not under way, or no reason.</exception>
    Task PauseAsync(string actorId, string documentId, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Goes on (恢复): what is open falls due as many working days later as its hours of work stood still, a begun day counted whole, so that nobody has less time than was left.
    /// What fell due meanwhile outside working hours is due on the next working day; a chain of calls goes on as much later by the clock.
    /// </summary>
    /// <exception cref="RefusalException">Neither its drafter nor whoever leads the office.</exception>
    Task ResumeAsync(string actorId, string documentId, CancellationToken cancellationToken = default);
}
