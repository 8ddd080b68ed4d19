using System.Reflection;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>How an execution starts, goes on, completes, is cancelled or faults.</summary>
internal sealed partial class WorkflowEngine
{
    public async ValueTask CompleteAsync(ActivityExecutionContext context, IReadOnlyCollection<string?> outcomes)
    {
        if (context.Status != ActivityStatus.Running)
            return;
        if (context.HasOpenChildren)
            await CancelChildrenAsync(context);

        // A flowchart whose last child was just cancelled has completed by that; Elsa's journal then names it twice.
        var isOver = context.IsCompleted;
        DecideLogs(context);
        Close(context, ActivityStatus.Completed);
        context.Outcomes = outcomes;
        context.JournalData["Outcomes"] = outcomes.Where(outcome => outcome is not null).ToArray();
        Journal.WriteWithData(context, "Completed");
        if (!isOver)
            await TellOwnerAsync(context, static (engine, container, owner, child) => container.ChildCompletedAsync(engine, owner, child));
        context.StopAwaiting();
        Bookmarks.RemoveOf(context);
    }

    public async ValueTask CompleteCompositeAsync(ActivityExecutionContext context, IReadOnlyCollection<string?> outcomes)
    {
        var composite = context;
        while (composite.ParentActivityExecutionContext is { } above && composite.Activity is not WorkflowActivity)
        {
            composite = above;
            if (composite.Activity is not IBreakable { StopsBreak: true })
                continue;
            // A loop that hears of its body's end while it is cancelled doesn't turn again.
            composite.SetBreaking();
            await CancelAsync(composite);
        }

        _completing = composite;
        await CompleteAsync(composite, outcomes);
        _completing = null;
    }

    public async ValueTask CancelAsync(ActivityExecutionContext context)
    {
        if (context.Status is not (ActivityStatus.Running or ActivityStatus.Faulted))
            return;
        if (context.HasOpenChildren)
            await CancelChildrenAsync(context);
        Close(context, ActivityStatus.Canceled);
        context.StopAwaiting();
        Bookmarks.RemoveOf(context);
        Bookmarks.RemoveOf(context.Activity);
        Journal.WriteWithData(context, "Canceled");
        await TellOwnerAsync(context, static (engine, container, owner, child) => container.ChildCanceledAsync(engine, owner, child));
    }

    private ActivityExecutionContext? _completing;

    private async ValueTask CancelChildrenAsync(ActivityExecutionContext context)
    {
        foreach (var child in context.OpenChildren.ToList())
            await CancelAsync(child);
    }

    private async Task InvokeAsync(ScheduledActivity work)
    {
        var context = work.Resumed?.Context ?? work.Retried ?? Create(work);
        try
        {
            Journal.Write(context, Bookmarks.AnyOf(context.Activity) ? "Resumed" : "Started");
            if (work.Resumed is { Bookmark: var bookmark })
                await GoOnAsync(context, bookmark);
            else if (!await StartAsync(context))
                return;
            if (context.Status == ActivityStatus.Running && Bookmarks.AnyOf(context.Activity))
                Journal.WriteWithData(context, "Suspended");
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !EngineFaults.ConcernsTheBurst(exception))
        {
            Fault(context, exception);
        }
    }

    // Named by place and order, so that a burst that runs again gives the same ids.
    private ActivityExecutionContext Create(ScheduledActivity work)
    {
        var context = new ActivityExecutionContext(ExecutionId.New(Context.Id, NewId($"{work.Activity.NodeId}:{Journal.Next}")), Context, work.Activity, work.Owner)
        {
            CameByBackwardConnection = work.Options.ByBackwardConnection,
            Tag = work.Options.Tag,
            StartedAt = Now,
            SchedulingExecutionId = work.Scheduler?.Id,
            SchedulingActivityId = work.Scheduler?.Activity.Id,
            CallStackDepth = work.Scheduler is null ? 0 : work.Scheduler.CallStackDepth + 1,
        };
        VariableScope.DeclareDynamic(context, work.Options.Variables);
        _contexts.Add(context);
        work.Owner?.OpenChildren.Add(context);
        return context;
    }

    private async ValueTask<bool> StartAsync(ActivityExecutionContext context)
    {
        if (context.Activity is IContainer container and not IComposite)
            VariableScope.Declare(context, container.Variables);
        if (context.Activity == _definition.Workflow)
            GiveInitialVariables(context);
        _expressions.EvaluateInputs(context);
        if (!await context.Activity.CanExecuteAsync(context))
        {
            Journal.Write(context, "Precondition Failed");
            return false;
        }

        context.Status = ActivityStatus.Running;
        await context.Activity.ExecuteAsync(context);
        return true;
    }

    private void GiveInitialVariables(ActivityExecutionContext workflow)
    {
        foreach (var variable in _definition.Variables)
        {
            if (InitialVariables.TryGetValue(variable.Name, out var value))
                workflow.Variables[variable.Id] = ValueConversion.ToTypeOrDefault(value, variable.Type);
        }
    }

    private async ValueTask GoOnAsync(ActivityExecutionContext context, Bookmark bookmark)
    {
        _expressions.EvaluateInputs(context);
        context.Status = ActivityStatus.Running;
        if (bookmark.CallbackMethodName is { } name)
        {
            var method = FindCallback(context.Activity.GetType(), name) ?? throw new InvalidOperationException($"活动“{context.Activity.Type}”没有方法“{name}”。");
            await method.CreateDelegate<ExecuteActivityDelegate>(context.Activity)(context);
        }
        else if (bookmark.AutoComplete)
        {
            await context.CompleteActivityAsync();
        }

        if (bookmark.AutoBurn)
            Bookmarks.Burn(bookmark);
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

    // What the owner throws concerns the activity that is being run: its connection was followed.
    private async ValueTask TellOwnerAsync(ActivityExecutionContext context, Func<WorkflowEngine, IContainer, ActivityExecutionContext, ActivityExecutionContext, ValueTask> tell)
    {
        if (_isCutOff || context.ParentActivityExecutionContext is not { Activity: IContainer container } owner || owner == _completing)
            return;

        // An owner that was over doesn't wait for what it had scheduled before; it still hears of cancellations.
        if (context.Status == ActivityStatus.Completed)
        {
            if (!owner.TakeAwaited(context.Activity))
                return;
            _expressions.EvaluateInputsAgain(owner);
        }

        var before = _completed;
        _completed = context;
        await tell(this, container, owner, context);
        _completed = before;
    }

    private void Close(ActivityExecutionContext context, ActivityStatus status)
    {
        context.Status = status;
        context.CompletedAt = Now;
        context.ParentActivityExecutionContext?.OpenChildren.Remove(context);
    }

    private void Fault(ActivityExecutionContext context, Exception exception)
    {
        if (context.IsCompleted)
            context.ParentActivityExecutionContext?.OpenChildren.Add(context);
        context.Status = ActivityStatus.Faulted;
        context.CompletedAt = null;
        context.Exception = exception;
        for (var above = context; above is not null; above = above.ParentActivityExecutionContext)
            above.AggregateFaultCount++;
        var activity = context.Activity;
        _incidents.Add(new Incident(activity.Id, activity.NodeId, activity.Type, exception.Message, Now) { Exception = ExceptionState.Of(exception) });
        Journal.Write(context, "Faulted", exception.Message, new Dictionary<string, object?> { ["Exception"] = exception.GetType().FullName, ["Message"] = exception.Message });
        if (!_definition.Options.ContinuesWithIncidents)
            _subStatus = WorkflowSubStatus.Faulted;
    }
}
