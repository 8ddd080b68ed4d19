using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Persistence.Engine;

/// <summary>Runs faulted activities of an instance again.</summary>
internal sealed class RetryBurst(WorkflowBursts bursts, WorkflowRunner runner, IServiceProvider services)
{
    /// <returns>Whether there was something to retry.</returns>
    public Task<bool> RunAsync(string instanceId, IReadOnlyCollection<string>? activityIds, CancellationToken cancellationToken) => bursts.GoOnAsync(
        instanceId, (definition, state) => runner.RetryAsync(definition, state, activityIds, services, cancellationToken), cancellationToken);
}
