using DocFlow.Elsa.Runtime.Definitions;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Elsa's activation strategies: whether another instance may start.</summary>
internal sealed class WorkflowActivation(DocFlowDbContext database)
{
    private const string Singleton = "SingletonStrategy";
    private const string Correlation = "CorrelationStrategy";
    private const string CorrelatedSingleton = "CorrelatedSingletonStrategy";

    public bool IsLimited(WorkflowDefinition definition) => definition.Options.ActivationStrategy is Singleton or Correlation or CorrelatedSingleton;

    public async Task<bool> AllowsAsync(WorkflowDefinition definition, WorkflowStart start, CancellationToken cancellationToken)
    {
        if (!IsLimited(definition))
            return true;
        var running = database.Set<InstanceRow>().Where(row => row.Status == WorkflowStatus.Running);
        if (definition.Options.ActivationStrategy is Singleton or CorrelatedSingleton)
            running = running.Where(row => row.DefinitionId == definition.DefinitionId);
        if (definition.Options.ActivationStrategy is Correlation or CorrelatedSingleton)
        {
            var correlation = InstanceMapping.Fit(start.CorrelationId) ?? "";
            running = running.Where(row => row.CorrelationId == correlation);
        }

        return !await running.AnyAsync(cancellationToken);
    }
}
