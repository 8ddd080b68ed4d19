namespace DocFlow.Office.Steps;

/// <summary>An engine that tells nothing of its procedures: documents can't be moved in it.</summary>
internal sealed class NoProcedureSteps : IProcedureSteps
{
    public Task<int?> VersionOfAsync(string instanceId, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    public Task<IReadOnlyList<ProcedureVersion>> VersionsAsync(string definitionId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProcedureVersion>>([]);

    public Task<IReadOnlyList<ProcedureStep>> StepsAsync(string definitionId, int version, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProcedureStep>>([]);
}
