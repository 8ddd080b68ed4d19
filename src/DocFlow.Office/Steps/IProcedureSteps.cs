using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <summary>The human steps of procedures and their versions; the host knows the definitions.</summary>
public interface IProcedureSteps
{
    /// <summary>The version that an instance runs; null when the engine knows no such instance.</summary>
    Task<int?> VersionOfAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>A procedure's versions, the newest first.</summary>
    Task<IReadOnlyList<ProcedureVersion>> VersionsAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The human steps of a version, in the order in which they were drawn; empty when there is no such version.</summary>
    Task<IReadOnlyList<ProcedureStep>> StepsAsync(string definitionId, int version, CancellationToken cancellationToken);
}

/// <summary>A version of a procedure.</summary>
/// <param name="IsPublished">New documents run it.</param>
public sealed record ProcedureVersion(int Number, bool IsPublished);

/// <summary>A human step of a procedure.</summary>
public sealed record ProcedureStep(string NodeId, string Name, StepKind Kind);
