using System.Collections.ObjectModel;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Runs bursts: starts an instance, or goes on at a bookmark. Keeps nothing itself; the caller saves the result.</summary>
/// <param name="time">What delays and the journal go by.</param>
/// <param name="mode">How flowcharts run.</param>
public sealed class WorkflowRunner(TimeProvider time, EngineLimits? limits = null, FlowchartMode mode = FlowchartMode.Counter)
{
    private readonly EngineLimits _limits = limits ?? new EngineLimits();

    /// <summary>Starts an instance and runs it until it ends or waits.</summary>
    /// <param name="services">The burst's scope: activities take their services from it.</param>
    /// <param name="correlationId">The matter that it is about.</param>
    /// <param name="triggerNodeId">The node whose trigger starts it; its flowchart begins there.</param>
    /// <param name="name">What people call the instance.</param>
    /// <param name="variables">Values of workflow variables by name, in place of their defaults.</param>
    /// <param name="parentInstanceId">The instance that starts it as its child.</param>
    /// <param name="generation">How many instances stand above a child.</param>
    /// <param name="parentWaits">The parent waits for its end.</param>
    public Task<BurstResult> StartAsync(
        WorkflowDefinition definition,
        string instanceId,
        string? correlationId,
        IReadOnlyDictionary<string, object?> input,
        IServiceProvider services,
        CancellationToken cancellationToken,
        string? triggerNodeId = null,
        string? name = null,
        IReadOnlyDictionary<string, object?>? variables = null,
        string? parentInstanceId = null,
        bool parentWaits = false,
        int generation = 1)
    {
        var engine = new WorkflowEngine(definition, instanceId, services, time, _limits, cancellationToken) 
        {
            FlowchartMode = mode,
            TriggerNodeId = triggerNodeId,
            StartNodeId = triggerNodeId,
            CreatedAt = time.GetUtcNow(),
            ParentInstanceId = parentInstanceId,
            InitialVariables = variables ?? ReadOnlyDictionary<string, object?>.Empty,
        };
        ChildCompletions.Mark(engine.Context, parentInstanceId, parentWaits, generation);
        engine.Context.CorrelationId = correlationId;
        engine.Context.Name = name;
        foreach (var (key, value) in input.Where(item => item.Key != ChildCompletions.GenerationInput))
            engine.Inputs[key] = value;
        GiveInput(engine, input);
        engine.Schedule(definition.Workflow, null);
        return engine.RunAsync();
    }

    /// <summary>Goes on at the bookmarks of a hash.</summary>
    /// <returns>Null when the instance is over or waits there no more.</returns>
    public Task<BurstResult?> ResumeAsync(
        WorkflowDefinition definition, InstanceState state, string bookmarkHash, IReadOnlyDictionary<string, object?> input, IServiceProvider services, CancellationToken cancellationToken) =>
        ResumeAsync(definition, state, bookmark => bookmark.Hash == bookmarkHash, input, services, cancellationToken);

    /// <summary>Goes on at one bookmark.</summary>
    /// <returns>Null when the instance is over or the bookmark is gone.</returns>
    public Task<BurstResult?> ResumeBookmarkAsync(
        WorkflowDefinition definition, InstanceState state, string bookmarkId, IReadOnlyDictionary<string, object?> input, IServiceProvider services, CancellationToken cancellationToken) =>
        ResumeAsync(definition, state, bookmark => bookmark.Id == bookmarkId, input, services, cancellationToken);

    /// <summary>
    /// Runs an instance again from its start, on the same version or another: all that it waits for is forgotten; its id, matter, inputs and history go on, and so do
    /// the values of variables that the version has too.
    /// </summary>
    public Task<BurstResult> RestartAsync(WorkflowDefinition definition, InstanceState before, IServiceProvider services, CancellationToken cancellationToken)
    {
        var engine = new WorkflowEngine(definition, before.Id, services, time, _limits, cancellationToken)
        {
            FlowchartMode = mode,
            InitialVariables = definition.Variables.Where(variable => before.Variables.GetValueOrDefault(variable.Id) is not null)
                .DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name, variable => ValueConversion.FromNode(before.Variables[variable.Id])),
        };
        engine.Restore(before with { Bookmarks = [], Incidents = [], Executions = [] });
        foreach (var (name, value) in before.Properties)
            engine.Context.Properties[name] = ValueConversion.FromNode(value)!;
        foreach (var (name, value) in before.Inputs)
            engine.Inputs[name] = ValueConversion.FromNode(value);
        engine.Schedule(definition.Workflow, null);
        return engine.RunAsync();
    }

    /// <summary>Cancels an instance: nothing waits any more, its executions stay as they are. One that is over stays as it is.</summary>
    public static InstanceState Cancel(InstanceState state, DateTimeOffset now) => state.Status == WorkflowStatus.Finished
        ? state
        : state with { Status = WorkflowStatus.Finished, SubStatus = WorkflowSubStatus.Cancelled, Bookmarks = [], UpdatedAt = now, FinishedAt = now };

    /// <summary>Runs faulted activities again, of an instance that faulted or goes on with incidents; their incidents are taken back.</summary>
    /// <param name="activityIds">Which activities; all that faulted when null.</param>
    /// <returns>Null when there is nothing to retry.</returns>
    public async Task<BurstResult?> RetryAsync(
        WorkflowDefinition definition, InstanceState state, IReadOnlyCollection<string>? activityIds, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (state.SubStatus is not (WorkflowSubStatus.Faulted or WorkflowSubStatus.Suspended))
            return null;
        var engine = new WorkflowEngine(definition, state.Id, services, time, _limits, cancellationToken) { FlowchartMode = mode };
        InstanceStateMapper.Restore(state, engine, definition);
        return engine.Retry(activityIds) ? await engine.RunAsync() : null;
    }

    private async Task<BurstResult?> ResumeAsync(
        WorkflowDefinition definition, InstanceState state, Func<Bookmark, bool> matches, IReadOnlyDictionary<string, object?> input, IServiceProvider services, CancellationToken cancellationToken)
    {
        var bookmarks = state.Bookmarks.Where(matches).ToList();
        if (state.Status != WorkflowStatus.Running || bookmarks.Count == 0)
            return null;
        var engine = new WorkflowEngine(definition, state.Id, services, time, _limits, cancellationToken) { FlowchartMode = mode };
        InstanceStateMapper.Restore(state, engine, definition);
        GiveInput(engine, input);
        return bookmarks.Select(engine.Resume).ToList().Contains(true) ? await engine.RunAsync() : null;
    }

    private static void GiveInput(WorkflowEngine engine, IReadOnlyDictionary<string, object?> input)
    {
        foreach (var (name, value) in input)
        {
            if (name == ChildCompletions.GenerationInput)
                ChildCompletions.GoOnFrom(engine.Context, value);
            else if (value is not null)
                engine.Context.BurstInput[name] = value;
        }
    }
}
