namespace DocFlow.Office.Steps;

/// <summary>The register of document numbers (发文字号). Called by activities: saved by the burst's transaction.</summary>
public interface INumberRegister
{
    /// <summary>
    /// Gives a signed document the next number of the organ code in the office's year, without gaps; a document that has one keeps it.
    /// When another transaction takes the number first, the save throws and the burst runs again.
    /// </summary>
    /// <param name="organCode">机关代字, such as 云办发.</param>
    /// <param name="letterCode">For what is laid out as a letter (信函格式), such as 云办函, in place of the organ code; null for the same.</param>
    /// <returns>As printed: 云办发〔2026〕37号.</returns>
    /// <exception cref="RefusalException">Not signed yet (P-46), or signed on another text.</exception>
    Task<string> AssignAsync(string documentId, string organCode, string? letterCode = null, CancellationToken cancellationToken = default);
}
