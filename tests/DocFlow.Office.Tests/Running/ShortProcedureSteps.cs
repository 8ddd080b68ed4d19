using DocFlow.Office.Steps;

namespace DocFlow.Office.Tests.Running;

/// <summary>The steps of <see cref="ShortProcedure"/>, which has one version.</summary>
internal sealed class ShortProcedureSteps(ShortProcedure procedure) : IProcedureSteps
{
    public Task<int?> VersionOfAsync(string instanceId, CancellationToken cancellationToken) => Task.FromResult<int?>(1);

    public Task<IReadOnlyList<ProcedureVersion>> VersionsAsync(string definitionId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProcedureVersion>>([new ProcedureVersion(1, true)]);

    public Task<IReadOnlyList<ProcedureStep>> StepsAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProcedureStep>>(version == 1 ? [.. procedure.Nodes.Select(node => new ProcedureStep(node.Id, node.StepName, node.Kind))] : []);
}
