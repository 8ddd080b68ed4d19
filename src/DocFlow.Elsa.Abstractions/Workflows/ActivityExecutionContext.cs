using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Elsa.Workflows;

/// <summary>One execution of one activity.</summary>
public sealed class ActivityExecutionContext
{
    private readonly Dictionary<Input, object?> _inputs = [];

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

    public CancellationToken CancellationToken => WorkflowExecutionContext.CancellationToken;

    /// <summary>What the workflow was resumed or started with in this burst.</summary>
    public IDictionary<string, object> WorkflowInput => WorkflowExecutionContext.BurstInput;

    /// <summary>Kept with this execution across suspensions, as JSON.</summary>
    public IDictionary<string, JsonNode?> Properties { get; } = new Dictionary<string, JsonNode?>();

    /// <summary>Shown in the journal.</summary>
    public IDictionary<string, object?> JournalData { get; } = new Dictionary<string, object?>();

    internal bool HasBookmarks { get; private set; }

    /// <summary>The variables that this execution declares, by id.</summary>
    internal Dictionary<string, object?> Variables { get; } = [];

    internal bool CameByBackwardConnection { get; set; }

    internal IReadOnlyCollection<string?> Outcomes { get; set; } = [];

    public T GetRequiredService<T>()
        where T : notnull => WorkflowExecutionContext.Services.GetRequiredService<T>();

    public T? GetService<T>() => WorkflowExecutionContext.Services.GetService<T>();

    /// <summary>The value of an input; the type's default when it is unset.</summary>
    public T? Get<T>(Input<T>? input) =>
        input is not null && _inputs.TryGetValue(input, out var value) && value is T typed ? typed : default;

    public void Set<T>(Output<T>? output, T? value)
    {
        if (output?.Target is { } target)
            WorkflowExecutionContext.Engine.SetOutput(this, target, value);
    }

    public void CreateBookmark(CreateBookmarkArgs arguments)
    {
        HasBookmarks = true;
        WorkflowExecutionContext.Engine.CreateBookmark(this, arguments);
    }

    /// <summary>Completes with the default outcome, “Done”.</summary>
    public ValueTask CompleteActivityAsync() => WorkflowExecutionContext.Engine.CompleteAsync(this, [null, "Done"]);

    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => WorkflowExecutionContext.Engine.CompleteAsync(this, outcomes);

    public T? GetProperty<T>(string key) => Properties.TryGetValue(key, out var value) && value is not null ? value.Deserialize<T>() : default;

    public void SetProperty<T>(string key, T? value) => Properties[key] = JsonSerializer.SerializeToNode(value);

    /// <summary>A value of the burst's input; the type's default when there is none.</summary>
    public T? GetWorkflowInput<T>(string key) => WorkflowInput.TryGetValue(key, out var value) && value is T typed ? typed : default;

    internal void SetInput(Input input, object? value) => _inputs[input] = value;
}
