namespace DocFlow.Office.Handwriting;

/// <summary>Handwriting on a document, for those who may read its opinions.</summary>
public interface IHandwritingReading
{
    /// <summary>As SVG.</summary>
    /// <param name="hash">What an opinion or an act says of it.</param>
    /// <exception cref="RefusalException">There is no such document for the person, or none of its opinions was written so.</exception>
    Task<string> DrawAsync(string personId, string documentId, string hash, CancellationToken cancellationToken = default);
}
