using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Steps;

/// <summary>The produced files. Called by activities: rows are saved by the burst's transaction; files are content-addressed, so a repeat is harmless.</summary>
public interface IRenderings
{
    /// <summary>Draws the current version and keeps the files; a version that was drawn for the purpose already isn't drawn again.</summary>
    Task ProduceAsync(string documentId, RenderingPurpose purpose, CancellationToken cancellationToken = default);
}
