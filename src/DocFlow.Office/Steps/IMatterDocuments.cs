namespace DocFlow.Office.Steps;

/// <summary>The official documents (公文) that a procedure makes out of its matter. Only adds to the context; files are content-addressed, so a repeat is harmless.</summary>
public interface IMatterDocuments
{
    /// <summary>Makes a document that the procedure declares out of what the matter says now, and keeps its files with it; for the same version it is made once.</summary>
    /// <param name="name">As the procedure declares it.</param>
    /// <returns>The name under which it was made.</returns>
    Task<string> ProduceAsync(string documentId, string name, PaperOrder order, CancellationToken cancellationToken = default);
}

/// <summary>How a document is made.</summary>
/// <param name="ToParts">Also puts it with the matters that were born from this one, so that their units receive it.</param>
/// <param name="Anew">One that was made of an earlier version went out for good: this is one more, with a name and number of its own.</param>
public sealed record PaperOrder(bool ToParts = false, bool Anew = false);
