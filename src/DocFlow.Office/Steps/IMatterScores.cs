namespace DocFlow.Office.Steps;

/// <summary>Scores that a matter is about. Only adds to the context.</summary>
public interface IMatterScores
{
    /// <summary>Computes the scores of the people of a field for the month of another, and writes them into a table field.</summary>
    /// <returns>False when they can't be computed, with the reason in the trace.</returns>
    Task<bool> ScoreAsync(string documentId, string monthField, string peopleField, string intoField, CancellationToken cancellationToken = default);
}
