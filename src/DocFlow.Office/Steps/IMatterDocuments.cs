namespace DocFlow.Office.Steps;

/// <summary>The official documents (公文) that a procedure makes out of its matter. Only adds to the context; files are content-addressed, so a repeat is harmless.</summary>
public interface IMatterDocuments
{
    /// <summary>Makes a document that the procedure declares out of what the matter says now, and keeps its files with it; for the same version it is made once.</summary>
    /// <param name="name">As the procedure declares it.</param>
    /// <param name="toParts">Also puts it with the matters that were born from this one, so that their units receive it.</param>
    Task ProduceAsync(string documentId, string name, bool toParts, CancellationToken cancellationToken = default);
}
