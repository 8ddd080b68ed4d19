using DocFlow.Office.Steps;

namespace DocFlow.Office.Tests.Running;

/// <summary>The steps of <see cref="ShortProcedure"/> and its versions.</summary>
internal sealed class ShortProcedureSteps(ShortProcedure procedure) : IProcedureSteps
{
    public Task<int?> VersionOfAsync(string instanceId, CancellationToken cancellationToken) => Task.FromResult<int?>(procedure.Versions.GetValueOrDefault(instanceId, 1));

    public Task<IReadOnlyList<ProcedureVersion>> VersionsAsync(string definitionId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProcedureVersion>>(
        procedure.Next is null ? [new ProcedureVersion(1, true)] : [new ProcedureVersion(2, true), new ProcedureVersion(1, false)]);

    public Task<IReadOnlyList<ProcedureStep>> StepsAsync(string definitionId, int version, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProcedureStep>>(
        [.. (version switch { 1 => procedure.Nodes, 2 => procedure.Next ?? [], _ => [] }).Select(node => new ProcedureStep(node.Id, node.StepName, node.Kind))]);
}
