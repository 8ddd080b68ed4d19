namespace DocFlow.Office.Steps;

/// <summary>Issuing and distributing (印发、分发). Called by activities: saved by the burst's transaction.</summary>
public interface IDistributions
{
    /// <summary>Issues a numbered document to its 主送 and 抄送, once, with a receipt to be signed by each that is in the system.</summary>
    /// <exception cref="RefusalException">Not numbered yet.</exception>
    Task IssueAsync(string documentId, CancellationToken cancellationToken = default);
}
