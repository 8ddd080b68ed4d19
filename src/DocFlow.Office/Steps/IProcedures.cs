using DocFlow.Office.Procedures;

namespace DocFlow.Office.Steps;

/// <summary>The procedures that a document or a matter can be sent into; the host knows the published definitions.</summary>
public interface IProcedures
{
    Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>What every published definition declares, where it declares anything, by group and title.</summary>
    Task<IReadOnlyList<Procedure>> DeclaredAsync(CancellationToken cancellationToken);
}
