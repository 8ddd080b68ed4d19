namespace DocFlow.Office.Steps;

/// <summary>Draws a document's files; the host implements it over DocFlow.Documents.</summary>
public interface IDocumentRenderer
{
    /// <exception cref="RefusalException">The source can't be drawn; the message says why.</exception>
    Task<IReadOnlyList<RenderedFile>> RenderAsync(RenderOrder order, CancellationToken cancellationToken);
}
