using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Workflows;

/// <summary>One execution of one activity.</summary>
public sealed class ActivityExecutionContext
{
    private Dictionary<Input, object?>? _inputs;
    private Dictionary<string, object?>? _dynamicVariables;
    private List<ActivityExecutionContext>? _openChildren;
    private Dictionary<string, int>? _awaited;

    internal ActivityExecutionContext(string id, WorkflowExecutionContext workflow, IActivity activity, ActivityExecutionContext? parent)
    {
        Id = id;
        WorkflowExecutionContext = workflow;
        Activity = activity;
        ParentActivityExecutionContext = parent;
    }

    public string Id { get; }

    public WorkflowExecutionContext WorkflowExecutionContext { get; }

    public IActivity Activity { get; }

    public ActivityExecutionContext? ParentActivityExecutionContext { get; }

    public ActivityStatus Status { get; internal set; }

    public bool IsCompleted => Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    public DateTimeOffset StartedAt { get; internal set; }

    public DateTimeOffset? CompletedAt { get; internal set; }

    /// <summary>What tells executions of the same activity apart that its owner scheduled at once.</summary>
    public object? Tag { get; internal set; }

    /// <summary>Faults of this execution and of those below it.</summary>
    public int AggregateFaultCount { get; internal set; }

    /// <summary>How many executions stand above this one in the chain of scheduling.</summary>
    public int CallStackDepth { get; internal set; }

    public CancellationToken CancellationToken => WorkflowExecutionContext.CancellationToken;

    /// <summary>What the workflow was resumed or started with in this burst.</summary>
    public IDictionary<string, object> WorkflowInput => WorkflowExecutionContext.BurstInput;

    /// <summary>Kept with this execution across suspensions, as JSON.</summary>
    public IDictionary<string, object> Properties => field ??= new Dictionary<string, object>();

    /// <summary>Shown in the journal.</summary>
    public IDictionary<string, object> JournalData => field ??= new Dictionary<string, object>();

    /// <summary>The evaluated inputs, by name.</summary>
    public IDictionary<string, object> ActivityState => field ??= new Dictionary<string, object>();

    internal bool HasBookmarks { get; private set; }

    /// <summary>The execution that scheduled this one: the one that completed before it, or its owner.</summary>
    internal string? SchedulingExecutionId { get; set; }

    internal string? SchedulingActivityId { get; set; }

    /// <summary>The variables that this execution's activity declares, by id.</summary>
    internal Dictionary<string, object?> Variables => field ??= [];

    /// <summary>Variables that came with the scheduling of this execution, by name.</summary>
    internal Dictionary<string, object?> DynamicVariables => _dynamicVariables ??= [];

    /// <summary>Asked often, and seldom true.</summary>
    internal bool HasDynamicVariables => _dynamicVariables is { Count: > 0 };

    /// <summary>The executions below this one that are not over.</summary>
    internal List<ActivityExecutionContext> OpenChildren => _openChildren ??= [];

    internal bool HasOpenChildren => _openChildren is { Count: > 0 };

    /// <summary>How many completions of each node below it this execution waits to hear of, by node id.</summary>
    internal Dictionary<string, int> Awaited => _awaited ??= [];

    /// <summary>Whether its inputs are known in this burst; they aren't kept.</summary>
    internal bool HasEvaluatedInputs { get; set; }

    internal bool CameByBackwardConnection { get; set; }

    internal IReadOnlyCollection<string?> Outcomes { get; set; } = [];

    internal Exception? Exception { get; set; }

    public T GetRequiredService<T>()
        where T : notnull => WorkflowExecutionContext.Services.GetRequiredService<T>();

    public T? GetService<T>() => WorkflowExecutionContext.Services.GetService<T>();

    /// <summary>The value of an input; the type's default when it is unset.</summary>
    public T? Get<T>(Input<T>? input) =>
        input is not null && _inputs is not null && _inputs.TryGetValue(input, out var value) && value is T typed ? typed : default;

    /// <summary>Sets an output: pass the property itself, its name is taken from the call.</summary>
    public void Set<T>(Output<T>? output, T? value, [CallerArgumentExpression(nameof(output))] string? outputName = null) =>
        WorkflowExecutionContext.Engine.SetOutput(this, outputName ?? "", output?.Target, value);

    public Bookmark CreateBookmark(CreateBookmarkArgs? options = null)
    {
        HasBookmarks = true;
        return WorkflowExecutionContext.Engine.CreateBookmark(this, options ?? new CreateBookmarkArgs());
    }

    public Bookmark CreateBookmark(object stimulus, ExecuteActivityDelegate? callback, bool includeActivityInstanceId = true, IDictionary<string, string>? customProperties = null) =>
        CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, Callback = callback, IncludeActivityInstanceId = includeActivityInstanceId, Metadata = customProperties });

    /// <summary>Completes with the given outcomes, or with the default outcome, “Done”.</summary>
    public ValueTask CompleteActivityAsync(object? result = null) => WorkflowExecutionContext.Engine.CompleteAsync(this, result switch
    {
        string outcome => [outcome],
        IEnumerable<string> outcomes => [.. outcomes],
        _ => [null, "Done"],
    });

    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => WorkflowExecutionContext.Engine.CompleteAsync(this, outcomes);

    /// <summary>Completes the workflow around this activity.</summary>
    public ValueTask CompleteCompositeAsync(params string[] outcomes) => WorkflowExecutionContext.Engine.CompleteCompositeAsync(this, outcomes);

    public T? GetProperty<T>(string key)
    {
        if (!Properties.TryGetValue(key, out var value))
            return default;
        if (value is JsonNode node && typeof(T) != typeof(JsonNode) && node.Deserialize<T>() is { } restored)
            Properties[key] = value = restored;
        return value is T typed ? typed : default;
    }

    public void SetProperty<T>(string key, T? value) => Properties[key] = value!;

    public T UpdateProperty<T>(string key, Func<T?, T> updater)
    {
        var value = updater(GetProperty<T>(key));
        SetProperty(key, value);
        return value;
    }

    public void AddExecutionLogEntry(string eventName, string? message = null, string? source = null, object? payload = null) =>
        WorkflowExecutionContext.Engine.Log(this, eventName, message, payload);

    internal void Await(IActivity child) => Awaited[child.NodeId] = Awaited.GetValueOrDefault(child.NodeId) + 1;

    /// <summary>Takes note that a child completed.</summary>
    /// <returns>Whether this execution still waits to hear of it.</returns>
    internal bool TakeAwaited(IActivity child)
    {
        if (_awaited is null || _awaited.GetValueOrDefault(child.NodeId) == 0)
            return false;
        _awaited[child.NodeId]--;
        return true;
    }

    internal void StopAwaiting() => _awaited = null;

    internal void SetInput(Input input, object? value) => (_inputs ??= [])[input] = value;
}
