using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Events;

namespace DocFlow.Persistence.Engine;

/// <summary>Runs faulted activities of an instance again.</summary>
internal sealed class RetryBurst(WorkflowBursts bursts, WorkflowRunner runner, IProcedureLog log, IServiceProvider services)
{
    /// <returns>Whether there was something to retry.</returns>
    public Task<bool> RunAsync(string instanceId, IReadOnlyCollection<string>? activityIds, string? account, CancellationToken cancellationToken) => bursts.GoOnAsync(
        instanceId,
        (definition, state) =>
        {
            log.Add(account, "重试流程实例", definition.DefinitionId, instanceId);
            return runner.RetryAsync(definition, state, activityIds, services, cancellationToken);
        },
        cancellationToken);
}
