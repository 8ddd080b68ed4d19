namespace DocFlow.Office.Steps;

/// <summary>For an engine that doesn't tell: paths are shown without the designed one beside them.</summary>
internal sealed class NoProcedureTexts : IProcedureTexts
{
    public Task<(int Version, string Json)?> FindAsync(string definitionId, int? version, CancellationToken cancellationToken) => Task.FromResult<(int, string)?>(null);
}
