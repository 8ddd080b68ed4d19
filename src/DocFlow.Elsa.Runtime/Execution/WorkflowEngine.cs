using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>
/// Runs one burst of one instance: takes work from a first-in-first-out queue until it is empty. “Parallel” branches interleave and
/// never run at the same time.
/// </summary>
internal sealed partial class WorkflowEngine : IActivityEngine
{
    private readonly WorkflowDefinition _definition;
    private readonly TimeProvider _time;
    private readonly ExpressionEvaluator _expressions;
    private readonly EngineLimits _limits;
    private readonly LinkedList<ScheduledActivity> _queue = [];
    private readonly List<ActivityExecutionContext> _contexts = [];
    private readonly List<Incident> _incidents = [];
    private readonly List<PublishedEvent> _events = [];
    private readonly List<ChildStart> _children = [];
    private readonly Dictionary<(string ContextId, string Name), object> _onceABurst = [];
    private IReadOnlyList<string> _outcomes = [];
    private WorkflowSubStatus _subStatus = WorkflowSubStatus.Executing;
    private bool _isCutOff;
    private ActivityExecutionContext? _completed;

    public WorkflowEngine(WorkflowDefinition definition, string instanceId, IServiceProvider services, TimeProvider time, EngineLimits limits, CancellationToken cancellationToken)
    {
        _definition = definition;
        _time = time;
        _limits = limits;
        Journal = new Journal(time);
        Context = new WorkflowExecutionContext(instanceId, services, this, cancellationToken);
        _expressions = new ExpressionEvaluator(this, definition, limits);
    }

    public WorkflowExecutionContext Context { get; }

    public Journal Journal { get; }

    public BookmarkList Bookmarks { get; } = new();

    public OutputRegister Outputs { get; } = new();

    public IReadOnlyList<ActivityExecutionContext> Contexts => _contexts;

    public IReadOnlyList<Incident> Incidents => _incidents;

    public string? TriggerNodeId { get; init; }

    /// <summary>The node that this instance was started at by a trigger: its flowchart is seen from there, in later bursts too.</summary>
    public string? StartNodeId { get; set; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>How flowcharts run: as the instance's property says, else as the host does.</summary>
    public FlowchartMode FlowchartMode
    {
        get => Context.Properties.TryGetValue("Flowchart:ExecutionMode", out var own)
            ? own.ToString() switch { "TokenBased" => FlowchartMode.Token, "CounterBased" => FlowchartMode.Counter, _ => field }
            : field;
        init;
    }

    /// <summary>When the instance came to be; null until it is known.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    public string? ParentInstanceId { get; set; }

    /// <summary>Values of workflow variables, by name, that a start gives in place of their defaults.</summary>
    public IReadOnlyDictionary<string, object?> InitialVariables { get; init; } = new Dictionary<string, object?>();

    /// <summary>The workflow's own inputs, by name.</summary>
    public Dictionary<string, object?> Inputs { get; } = [];

    public void Schedule(IActivity activity, ActivityExecutionContext? owner, ScheduleOptions? options = null)
    {
        owner?.Await(activity);
        _queue.AddLast(new ScheduledActivity(activity, owner, options ?? ScheduleOptions.None) { Scheduler = _completed ?? owner });
    }

    public bool HasQueued(ActivityExecutionContext owner) => _queue.Any(work => IsWithin(work.Owner, owner));

    public bool IsQueued(ActivityExecutionContext owner, IActivity activity) => _queue.Any(work => work.Owner == owner && work.Activity == activity);

    public object? Evaluate(Expression expression, Type type, ActivityExecutionContext context) => _expressions.Evaluate(expression, type, context);

    /// <summary>Evaluates an input now, for activities that ask more than once.</summary>
    public T EvaluateInput<T>(string name, Input? input, ActivityExecutionContext context, T unset) =>
        input?.Expression is { } expression && _expressions.EvaluateInput(name, expression, typeof(T), context) is T value ? value : unset;

    /// <summary>A value that an execution computes once in a burst.</summary>
    public T OnceABurst<T>(ActivityExecutionContext context, string name, Func<T> compute)
        where T : class
    {
        if (!_onceABurst.TryGetValue((context.Id, name), out var value))
            _onceABurst[(context.Id, name)] = value = compute();
        return (T)value;
    }

    /// <summary>An id that is the same when a burst runs again from the same state, and fits into an address.</summary>
    public string NewId(string what)
    {
        const int longestOnStack = 1024;
        var most = Encoding.UTF8.GetMaxByteCount(Context.Id.Length + 1 + what.Length);
        Span<byte> text = most <= longestOnStack ? stackalloc byte[longestOnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(Context.Id, text);
        text[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(what, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return Convert.ToHexStringLower(hash[..10]);
    }

    public void Publish(PublishedEvent published) => _events.Add(published);

    public void Dispatch(ChildStart child) => _children.Add(child with { Generation = ChildCompletions.NextGeneration(Context) });

    /// <summary>What a script chose with setOutcome(s).</summary>
    public void ChooseOutcomes(IEnumerable<string> outcomes) => _outcomes = [.. outcomes];

    public IReadOnlyList<string> TakeOutcomes()
    {
        var outcomes = _outcomes;
        _outcomes = [];
        return outcomes;
    }

    public object? GetVariable(ActivityExecutionContext context, string name) => VariableScope.FindByName(context, name)?.Value;

    public void SetVariable(ActivityExecutionContext context, string name, object? value) => VariableScope.SetByName(context, name, value);

    public void SetOutput(ActivityExecutionContext context, string name, string? target, object? value)
    {
        Outputs.Record(context, name, value);
        if (target is null)
            return;
        // A workflow used as an activity puts out to what is around it, not to its own variables.
        var from = context.Activity is IComposite ? context.ParentActivityExecutionContext : context;
        if (VariableScope.Visible(from).FirstOrDefault(variable => variable.Id == target) is { } variable)
            // As recorded: a task's result comes into a text variable as text, an event's payload as it is.
            variable.Value = variable.Type == typeof(string) && context.Activity is RunTask ? ValueConversion.TextOfObject(value) : value;
        else
            Context.Output[target] = value!;
    }

    // Ids of one instance sort by when the bookmarks came to be: a stimulus for several resumes them in that order.
    public Bookmark CreateBookmark(ActivityExecutionContext context, CreateBookmarkArgs arguments)
    {
        var number = Bookmarks.All.Count;
        return Bookmarks.Add(context, arguments, $"{Journal.Next:x8}{number & 0xffff:x4}{NewId($"{context.Id}:bookmark:{Journal.Next}:{number}")[..16]}", Now);
    }

    public void Log(ActivityExecutionContext context, string eventName, string? message, object? payload) =>
        Journal.Write(context, eventName, message, payload is null ? null : new Dictionary<string, object?> { ["Payload"] = payload });

    /// <summary>Puts a kept execution back.</summary>
    public void Restore(ActivityExecutionContext context)
    {
        _contexts.Add(context);
        if (context.IsCompleted || context.ParentActivityExecutionContext is not { } parent)
            return;
        parent.OpenChildren.Add(context);
        parent.Await(context.Activity);
    }

    public void Restore(InstanceState state)
    {
        Journal.Next = state.Sequence;
        Bookmarks.Restore(state.Bookmarks);
        _incidents.AddRange(state.Incidents);
        Context.CorrelationId = state.CorrelationId;
        Context.Name = state.Name;
        StartNodeId = state.TriggerNodeId;
        CreatedAt = state.CreatedAt;
        ParentInstanceId = state.ParentInstanceId;
    }

    /// <summary>Queues what a bookmark's execution does next.</summary>
    public bool Resume(Bookmark bookmark)
    {
        if (_contexts.Find(context => context.Id == bookmark.ActivityInstanceId) is not { } context)
            return false;
        _queue.AddLast(new ScheduledActivity(context.Activity, context.ParentActivityExecutionContext, ScheduleOptions.None) { Resumed = (context, bookmark) });
        return true;
    }

    public async Task<BurstResult> RunAsync()
    {
        var began = _time.GetTimestamp();
        for (var steps = 0; _queue.First is { } first; steps++)
        {
            Context.CancellationToken.ThrowIfCancellationRequested();
            if (steps >= _limits.MostSteps)
            {
                StopEndlessLoop(first.Value.Activity, $"{_limits.MostSteps}步");
                break;
            }

            // Many steps that each stay within their own limits hold the request and its transaction as well.
            if (_time.GetElapsedTime(began) > _limits.LongestBurst)
            {
                StopEndlessLoop(first.Value.Activity, $"{_limits.LongestBurst.TotalSeconds:0}秒");
                break;
            }

            _queue.RemoveFirst();
            await InvokeAsync(first.Value);
        }

        if (_subStatus == WorkflowSubStatus.Executing)
            _subStatus = _contexts.TrueForAll(context => context.IsCompleted) ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended;
        return new BurstResult(InstanceStateMapper.Capture(this, _definition, _subStatus, Now), Journal.Entries)
        {
            Executions = [.. Journal.Touched.Select(Record)],
            Events = _events,
            Children = _children,
        };
    }

    /// <summary>Ends the instance: nothing that is queued or waits goes on, and no owner learns that a child ended.</summary>
    public void Finish()
    {
        _queue.Clear();
        Bookmarks.Clear();
        _isCutOff = true;
        if (_subStatus == WorkflowSubStatus.Executing)
            _subStatus = WorkflowSubStatus.Finished;
    }

    private static bool IsWithin(ActivityExecutionContext? context, ActivityExecutionContext owner)
    {
        for (; context is not null; context = context.ParentActivityExecutionContext)
        {
            if (context == owner)
                return true;
        }

        return false;
    }

    private void StopEndlessLoop(IActivity next, string limit)
    {
        _queue.Clear();
        _subStatus = WorkflowSubStatus.Faulted;
        _incidents.Add(new Incident(next.Id, next.NodeId, next.Type, $"一次执行超过{limit}，流程中可能有死循环，已停止。下一步是“{next.Name ?? next.Id}”。", Now));
    }

    private ExecutionRecord Record(ActivityExecutionContext context) => new(
        context.Id,
        context.ParentActivityExecutionContext?.Id,
        context.Activity.Id,
        context.Activity.Name,
        context.Activity.NodeId,
        context.Activity.Type,
        context.Status,
        context.StartedAt,
        context.CompletedAt,
        context.AggregateFaultCount,
        Bookmarks.AnyOf(context),
        Shown(context, context.ActivityState.AsReadOnly(), areInputs: true),
        Shown(context, Outputs.Of(context), areInputs: false),
        ExceptionState.Of(context.Exception))
    {
        ActivityTypeVersion = context.Activity.Version,
        Properties = InstanceStateMapper.Nodes(context.Properties),
        SchedulingExecutionId = context.SchedulingExecutionId,
        SchedulingActivityId = context.SchedulingActivityId,
        CallStackDepth = context.CallStackDepth,
        Payload = context.Outcomes.Count == 0 || context.Outcomes.Contains(null) ? ReadOnlyDictionary<string, object?>.Empty : new Dictionary<string, object?> { ["Outcomes"] = context.Outcomes },
    };
}
