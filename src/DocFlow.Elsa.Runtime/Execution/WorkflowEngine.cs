using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>
/// Runs one burst of one instance: takes work from a first-in-first-out queue until it is empty. “Parallel” branches interleave and
/// never run at the same time.
/// </summary>
internal sealed class WorkflowEngine : IActivityEngine
{
    private const int MostSteps = 10_000;

    private readonly WorkflowDefinition _definition;
    private readonly TimeProvider _time;
    private readonly ExpressionEvaluator _expressions;
    private readonly List<ScheduledActivity> _queue = [];
    private readonly List<ActivityExecutionContext> _contexts = [];
    private readonly List<Bookmark> _bookmarks = [];
    private readonly List<JournalEntry> _journal = [];
    private readonly List<Incident> _incidents = [];
    private WorkflowSubStatus _subStatus = WorkflowSubStatus.Executing;
    private long _sequence;

    public WorkflowEngine(WorkflowDefinition definition, string instanceId, IServiceProvider services, TimeProvider time, CancellationToken cancellationToken)
    {
        _definition = definition;
        _time = time;
        Context = new WorkflowExecutionContext(instanceId, services, this, cancellationToken);
        Variables = new VariableScope(definition);
        _expressions = new ExpressionEvaluator(this, definition);
    }

    public WorkflowExecutionContext Context { get; }

    public VariableScope Variables { get; }

    public IReadOnlyList<ActivityExecutionContext> Contexts => _contexts;

    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    /// <summary>The workflow's own inputs, by name.</summary>
    public Dictionary<string, object?> Inputs { get; } = [];

    public void Schedule(IActivity activity, ActivityExecutionContext? owner, bool byBackwardConnection = false) =>
        _queue.Add(new ScheduledActivity(activity, owner, byBackwardConnection));

    public bool HasQueued(ActivityExecutionContext owner) => _queue.Any(work => IsWithin(work.Owner, owner));

    public bool IsQueued(ActivityExecutionContext owner, IActivity activity) => _queue.Any(work => work.Owner == owner && work.Activity == activity);

    public IEnumerable<ActivityExecutionContext> ChildrenOf(ActivityExecutionContext owner) => _contexts.Where(context => context.ParentActivityExecutionContext == owner);

    public object? Evaluate(Expression expression, Type type, ActivityExecutionContext context) => _expressions.Evaluate(expression, type, context);

    public T EvaluateInput<T>(Input<T>? input, ActivityExecutionContext context, T unset) =>
        input?.Expression is { } expression && _expressions.Evaluate(expression, typeof(T), context) is T value ? value : unset;

    public void SetVariable(ActivityExecutionContext context, string id, object? value, bool convert) => Variables.Set(context, id, value, convert);

    /// <summary>Puts a kept execution back.</summary>
    public void Restore(ActivityExecutionContext context) => _contexts.Add(context);

    public void Restore(InstanceState state)
    {
        _sequence = state.Sequence;
        _bookmarks.AddRange(state.Bookmarks);
        _incidents.AddRange(state.Incidents);
        Context.CorrelationId = state.CorrelationId;
        Context.Name = state.Name;
    }

    public bool Resume(Bookmark bookmark)
    {
        if (_contexts.FirstOrDefault(context => context.Id == bookmark.ActivityInstanceId) is not { } context)
            return false;
        _queue.Add(new ScheduledActivity(context.Activity, context.ParentActivityExecutionContext) { Resumed = (context, bookmark) });
        return true;
    }

    public async Task<BurstResult> RunAsync()
    {
        for (var steps = 0; _queue.Count > 0; steps++)
        {
            Context.CancellationToken.ThrowIfCancellationRequested();
            if (steps >= MostSteps)
            {
                _incidents.Add(new Incident("", "", "Elsa.Workflow", $"一次执行超过{MostSteps}步，可能有死循环。", _time.GetUtcNow()));
                _subStatus = WorkflowSubStatus.Faulted;
                break;
            }

            var work = _queue[0];
            _queue.RemoveAt(0);
            await InvokeAsync(work);
        }

        if (_subStatus == WorkflowSubStatus.Executing)
            _subStatus = _contexts.All(context => context.Status is ActivityStatus.Completed or ActivityStatus.Canceled) ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended;
        return new BurstResult(InstanceStateMapper.Capture(this, _definition, _subStatus, _sequence, _incidents), _journal);
    }

    public void Finish()
    {
        _queue.Clear();
        _bookmarks.Clear();
        _subStatus = WorkflowSubStatus.Finished;
    }

    public async ValueTask CompleteAsync(ActivityExecutionContext context, IReadOnlyCollection<string?> outcomes)
    {
        if (context.Status != ActivityStatus.Running)
            return;
        foreach (var child in ChildrenOf(context).Where(IsOpen).ToList())
            await CancelAsync(child, tellOwner: false);
        context.Status = ActivityStatus.Completed;
        context.Outcomes = outcomes;
        context.JournalData["Outcomes"] = outcomes.Where(outcome => outcome is not null).ToArray();
        Write(context, "Completed");
        _bookmarks.RemoveAll(bookmark => bookmark.ActivityInstanceId == context.Id);
        await TellOwnerAsync(context);
    }

    public async ValueTask CancelAsync(ActivityExecutionContext context, bool tellOwner = true)
    {
        if (context.Status is not (ActivityStatus.Running or ActivityStatus.Faulted))
            return;
        foreach (var child in ChildrenOf(context).Where(IsOpen).ToList())
            await CancelAsync(child, tellOwner: false);
        context.Status = ActivityStatus.Canceled;
        _bookmarks.RemoveAll(bookmark => bookmark.ActivityInstanceId == context.Id);
        Write(context, "Canceled");
        if (tellOwner)
            await TellOwnerAsync(context);
    }

    public void CreateBookmark(ActivityExecutionContext context, CreateBookmarkArgs arguments)
    {
        var name = arguments.BookmarkName ?? context.Activity.Type;
        var hash = BookmarkHash.Of(name, arguments.Stimulus, arguments.IncludeActivityInstanceId ? context.Id : null);
        var payload = arguments.Stimulus is null ? null : JsonSerializer.SerializeToNode(arguments.Stimulus, arguments.Stimulus.GetType());
        _bookmarks.Add(new Bookmark(
            $"{context.Id}:{_bookmarks.Count(bookmark => bookmark.ActivityInstanceId == context.Id)}", name, hash, payload, context.Activity.NodeId, context.Id, arguments.Callback?.Method.Name, arguments.AutoBurn));
    }

    public void SetOutput(ActivityExecutionContext context, string target, object? value)
    {
        if (!Variables.TrySet(context, target, value))
            Context.Output[target] = value;
    }

    private static bool IsOpen(ActivityExecutionContext context) => context.Status is ActivityStatus.Running or ActivityStatus.Pending or ActivityStatus.Faulted;

    private static bool IsWithin(ActivityExecutionContext? context, ActivityExecutionContext owner)
    {
        for (; context is not null; context = context.ParentActivityExecutionContext)
        {
            if (context == owner)
                return true;
        }

        return false;
    }

    private async Task InvokeAsync(ScheduledActivity work)
    {
        var context = work.Resumed?.Context ?? Create(work);
        try
        {
            Write(context, work.Resumed is null ? "Started" : "Resumed");
            context.Status = ActivityStatus.Running;
            if (work.Resumed is { Bookmark: var bookmark })
                await ResumeAsync(context, bookmark);
            else
                await StartAsync(context);
            if (context.Status == ActivityStatus.Running && _bookmarks.Any(bookmark => bookmark.ActivityInstanceId == context.Id))
                Write(context, "Suspended");
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !EngineFaults.ConcernsTheBurst(exception))
        {
            Fault(context, exception);
        }
    }

    // Named by place and order, so that a burst that runs again gives the same ids.
    private ActivityExecutionContext Create(ScheduledActivity work)
    {
        var context = new ActivityExecutionContext($"{work.Activity.NodeId}#{_sequence + 1}", Context, work.Activity, work.Owner) { CameByBackwardConnection = work.ByBackwardConnection };
        _contexts.Add(context);
        return context;
    }

    private ValueTask StartAsync(ActivityExecutionContext context)
    {
        if (context.Activity is IContainer container)
            Variables.Declare(context, container.Variables);
        _expressions.EvaluateInputs(context);
        return context.Activity.ExecuteAsync(context);
    }

    private async ValueTask ResumeAsync(ActivityExecutionContext context, Bookmark bookmark)
    {
        if (bookmark.AutoBurn)
            _bookmarks.Remove(bookmark);
        _expressions.EvaluateInputs(context);
        if (bookmark.CallbackMethodName is null)
        {
            await context.CompleteActivityAsync();
            return;
        }

        var method = FindCallback(context.Activity.GetType(), bookmark.CallbackMethodName)
            ?? throw new InvalidOperationException($"活动“{context.Activity.Type}”没有方法“{bookmark.CallbackMethodName}”。");
        await method.CreateDelegate<ExecuteActivityDelegate>(context.Activity)(context);
    }

    // A private method of a base class isn't found on the class itself.
    private static MethodInfo? FindCallback(Type? type, string name)
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMethod(name, declared, [typeof(ActivityExecutionContext)]) is { } method)
                return method;
        }

        return null;
    }

    // What the owner throws concerns the child that ended: its connection was followed.
    private ValueTask TellOwnerAsync(ActivityExecutionContext context) =>
        context.ParentActivityExecutionContext is { Status: ActivityStatus.Running, Activity: IContainer container } owner
            ? container.ChildEndedAsync(this, owner, context)
            : ValueTask.CompletedTask;

    private void Fault(ActivityExecutionContext context, Exception exception)
    {
        context.Status = ActivityStatus.Faulted;
        context.JournalData["Exception"] = exception.Message;
        _incidents.Add(new Incident(context.Activity.Id, context.Activity.NodeId, context.Activity.Type, exception.Message, _time.GetUtcNow()));
        Write(context, "Faulted");
        _subStatus = WorkflowSubStatus.Faulted;
    }

    private void Write(ActivityExecutionContext context, string name)
    {
        var data = context.JournalData.Count == 0 || name is "Started" or "Suspended" ? null : new Dictionary<string, object?>(context.JournalData);
        _journal.Add(new JournalEntry(++_sequence, _time.GetUtcNow(), name, context.Activity.Id, context.Activity.NodeId, context.Activity.Type, context.Id, data));
    }
}
