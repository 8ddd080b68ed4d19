namespace DocFlow.Office.Opinions;

/// <summary>What was said about a document, and what the drafter made of it (意见采纳情况).</summary>
public interface IOpinions
{
    /// <exception cref="RefusalException">There is no such document, or it doesn't concern the person.</exception>
    Task<OpinionSheet> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Answers one opinion, or changes the answer, until the document is signed. The same answer again changes nothing.
    /// </summary>
    /// <param name="reason">Required unless the opinion is adopted.</param>
    /// <exception cref="RefusalException">Somebody else's to answer, nothing to answer, no reason, or signed already.</exception>
    Task<OpinionRow> AnswerAsync(
        string personId, string documentId, string seatId, Adoption adoption, string? reason, CancellationToken cancellationToken = default);
}
