namespace DocFlow.Office.Steps;

/// <summary>Filing (归档). Called by activities: saved by the burst's transaction.</summary>
public interface IArchive
{
    /// <summary>Files an issued document, once; refuses when its final files are missing.</summary>
    Task FileAsync(string documentId, CancellationToken cancellationToken = default);
}
