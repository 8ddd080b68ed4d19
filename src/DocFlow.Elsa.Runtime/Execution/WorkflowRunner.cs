using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Runs bursts: starts an instance, or goes on at a bookmark. Keeps nothing itself; the caller saves the result.</summary>
public sealed class WorkflowRunner(TimeProvider time)
{
    /// <summary>Starts an instance and runs it until it ends or waits.</summary>
    /// <param name="services">The burst's scope: activities take their services from it.</param>
    /// <param name="correlationId">The matter that it is about.</param>
    public Task<BurstResult> StartAsync(
        WorkflowDefinition definition, string instanceId, string? correlationId, IReadOnlyDictionary<string, object?> input, IServiceProvider services, CancellationToken cancellationToken)
    {
        var engine = new WorkflowEngine(definition, instanceId, services, time, cancellationToken);
        engine.Context.CorrelationId = correlationId;
        foreach (var (name, value) in input)
        {
            engine.Inputs[name] = value;
            if (value is not null)
                engine.Context.BurstInput[name] = value;
        }

        engine.Schedule(definition.Root, null);
        return engine.RunAsync();
    }

    /// <summary>Goes on at the bookmarks of a hash.</summary>
    /// <returns>Null when the instance is over or waits there no more.</returns>
    public async Task<BurstResult?> ResumeAsync(
        WorkflowDefinition definition, InstanceState state, string bookmarkHash, IReadOnlyDictionary<string, object?> input, IServiceProvider services, CancellationToken cancellationToken)
    {
        var bookmarks = state.Bookmarks.Where(bookmark => bookmark.Hash == bookmarkHash).ToList();
        if (state.Status != global::Elsa.Workflows.WorkflowStatus.Running || bookmarks.Count == 0)
            return null;
        var engine = new WorkflowEngine(definition, state.Id, services, time, cancellationToken);
        InstanceStateMapper.Restore(state, engine, definition);
        foreach (var (name, value) in input)
        {
            if (value is not null)
                engine.Context.BurstInput[name] = value;
        }

        return bookmarks.Select(engine.Resume).ToList().Contains(true) ? await engine.RunAsync() : null;
    }
}
