namespace DocFlow.Office.Steps;

/// <summary>The seal register (用印登记). Called by activities: saved by the burst's transaction.</summary>
public interface ISealRegister
{
    /// <summary>Records the seal of a numbered document, once: the person who decided the 用印 step, and the second person who numbered it.</summary>
    /// <exception cref="RefusalException">Not signed or not numbered yet, or the text isn't the one that was signed.</exception>
    Task RecordAsync(string documentId, CancellationToken cancellationToken = default);
}
