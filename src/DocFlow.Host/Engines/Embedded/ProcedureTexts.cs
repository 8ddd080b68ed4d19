using DocFlow.Office.Steps;
using DocFlow.Persistence.Engine;

namespace DocFlow.Host.Engines;

/// <inheritdoc />
internal sealed class ProcedureTexts(ProcedureCatalog catalog) : IProcedureTexts
{
    public Task<(int Version, string Json)?> FindAsync(string definitionId, int? version, CancellationToken cancellationToken) => catalog.TextAsync(definitionId, version, cancellationToken);
}
