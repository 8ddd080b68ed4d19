namespace DocFlow.Office.Steps;

/// <summary>The definitions' own texts; the engine has them.</summary>
public interface IProcedureTexts
{
    /// <summary>A version's text as JSON; null when there is none, or the engine doesn't tell.</summary>
    /// <param name="version">Null for the published one.</param>
    Task<(int Version, string Json)?> FindAsync(string definitionId, int? version, CancellationToken cancellationToken);
}
