namespace DocFlow.Office.Steps;

/// <summary>跟踪督办 at the end of a document's procedure. Only adds to the context.</summary>
public interface IDutyTracking
{
    /// <summary>Passes a document whose text has duty sentences (任务句) to those who track them; nothing when it has none.</summary>
    /// <param name="stepKey">Names the step: a burst that runs again finds what it sent.</param>
    /// <param name="readers">Who, in a procedure's words for people.</param>
    Task OfferAsync(string documentId, string stepKey, string readers, CancellationToken cancellationToken = default);
}
