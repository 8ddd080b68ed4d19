using DocFlow.Activities;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence.Engine;

namespace DocFlow.Host.Engines;

/// <inheritdoc />
internal sealed class ProcedureSteps(ProcedureCatalog catalog) : IProcedureSteps
{
    public Task<int?> VersionOfAsync(string instanceId, CancellationToken cancellationToken) => catalog.VersionOfAsync(instanceId, cancellationToken);

    public async Task<IReadOnlyList<ProcedureVersion>> VersionsAsync(string definitionId, CancellationToken cancellationToken) =>
        [.. (await catalog.VersionsAsync(definitionId, cancellationToken)).Select(row => new ProcedureVersion(row.Number, row.IsPublished))];

    public async Task<IReadOnlyList<ProcedureStep>> StepsAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        await catalog.ReadAsync(definitionId, version, cancellationToken) is { } definition
            ? [.. definition.Nodes.Values.OfType<HumanStep>().Select(step => new ProcedureStep(step.NodeId, NameOf(step), KindOf(step)))]
            : [];

    // As the step calls itself when it opens.
    private static string NameOf(HumanStep step) => step.StepName?.Expression?.Value as string ?? step.Name ?? step.Id;

    private static StepKind KindOf(HumanStep step) => step switch
    {
        Draft or Fill => StepKind.Draft,
        OfficeTask or Call => StepKind.Task,
        Countersign => StepKind.Countersign,
        Sign => StepKind.Sign,
        Recheck => StepKind.Recheck,
        AssignNumber => StepKind.Number,
        Seal => StepKind.Seal,
        Distribute => StepKind.Distribute,
        _ => StepKind.Review,
    };
}
