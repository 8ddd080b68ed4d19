using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Whether another instance may start, by what runs already.</summary>
internal sealed class WorkflowActivation(DocFlowDbContext database)
{
    public static bool IsLimited(WorkflowDefinition definition, WorkflowStart start) => LimitOf(definition, start) is not null;

    public async Task<bool> AllowsAsync(WorkflowDefinition definition, WorkflowStart start, CancellationToken cancellationToken)
    {
        if (LimitOf(definition, start) is not { } limit)
            return true;
        var running = database.Set<InstanceRow>().Where(row => row.Status == WorkflowStatus.Running);
        if (limit.IsOfDefinition)
            running = running.Where(row => row.DefinitionId == definition.DefinitionId);
        if (InstanceMapping.Fit(limit.CorrelationId) is { } correlation)
            running = running.Where(row => row.CorrelationId == correlation);
        return !await running.AnyAsync(cancellationToken);
    }

    private static ActivationLimit? LimitOf(WorkflowDefinition definition, WorkflowStart start) => ActivationStrategy.LimitOf(definition.Options.ActivationStrategy, start.CorrelationId);
}
