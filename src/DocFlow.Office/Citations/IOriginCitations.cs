namespace DocFlow.Office.Citations;

/// <summary>How documents cite what they were born from.</summary>
public interface IOriginCitations
{
    /// <summary>What a matter that the person may read says of the document from outside; null when it isn't about one.</summary>
    Task<OriginCitation?> OfMatterAsync(string personId, string matterId, CancellationToken cancellationToken = default);

    /// <summary>What a draft that the person may read was born from; null for nothing of this kind.</summary>
    Task<OriginCitation?> OfDraftAsync(string personId, string documentId, CancellationToken cancellationToken = default);
}
