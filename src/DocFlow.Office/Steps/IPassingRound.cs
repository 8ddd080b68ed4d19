namespace DocFlow.Office.Steps;

/// <summary>Passing a document round by its procedure (传阅). Only adds to the context.</summary>
public interface IPassingRound
{
    /// <param name="key">Names the step: a burst that runs again finds its sheet.</param>
    /// <param name="readers">Who, in a procedure's words for people.</param>
    Task SendAsync(string documentId, string key, string readers, string? note, CancellationToken cancellationToken = default);
}
