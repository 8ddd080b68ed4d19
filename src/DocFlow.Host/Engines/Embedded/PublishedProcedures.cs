using DocFlow.Office.Steps;
using DocFlow.Persistence.Engine;

namespace DocFlow.Host.Engines;

/// <summary>The procedures whose definition is published.</summary>
internal sealed class PublishedProcedures(DefinitionCatalog catalog) : IProcedures
{
    public async Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) =>
        await catalog.PublishedAsync(definitionId, cancellationToken) is not null;
}
