namespace DocFlow.Office.Steps;

/// <summary>The procedures that a document can be sent into; the host knows the published definitions.</summary>
public interface IProcedures
{
    Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken);
}
