using System.Collections.Concurrent;
using System.ComponentModel;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>
/// A graph of activities, run by tokens or by counting visits (Elsa's default mode): then an activity with several arrows into it waits
/// for those that are still alive; what no followed arrow reaches is skipped, and so are its own arrows (dead-path elimination).
/// </summary>
[Activity("Elsa", Category = "Flow")]
[Browsable(false)]
[HiddenPort("Start")]
internal sealed class Flowchart : ContainerActivity
{
    private const string ScopeKey = "FlowScope";

    private readonly ConcurrentDictionary<string, FlowGraph> _graphs = [];
    private Dictionary<string, IActivity>? _byId;

    public IList<IActivity> Activities { get; set; } = [];

    public IReadOnlyList<Connection> Connections { get; set; } = [];

    public override IEnumerable<IActivity> Children => Activities;

    /// <summary>The graph from the usual start; null for a flowchart without activities.</summary>
    public FlowGraph? Graph => Activities.Count == 0 ? null : GraphFrom(null);

    public override async ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child)
    {
        if (IsByTokens(engine))
        {
            await Tokens(engine, owner).GoOnAsync(child);
            return;
        }

        if (child.Activity is ITerminal)
        {
            await owner.CompleteActivityAsync();
            return;
        }

        var run = Run(engine, owner);
        if (!child.CameByBackwardConnection)
            run.Scope.Visit(child.Activity.Id);
        if (!await FollowAsync(run, child.Activity.Id, child.Outcomes))
            await CompleteIfIdleAsync(engine, owner);
    }

    // What comes after a cancelled activity is skipped. Elsa looks for the end first and skips then, in this order.
    public override async ValueTask ChildCanceledAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child)
    {
        if (IsByTokens(engine))
        {
            await Tokens(engine, owner).ForgetAsync(child);
            return;
        }

        await CompleteIfIdleAsync(engine, owner);
        var run = Run(engine, owner);
        if (!run.Graph.Reachable.Contains(child.Activity.Id))
            return;
        run.Scope.Visit(child.Activity.Id);
        await FollowAsync(run, child.Activity.Id, []);
    }

    /// <summary>Whether something of it is queued, runs or has faulted.</summary>
    public static bool IsBusy(WorkflowEngine engine, ActivityExecutionContext owner) =>
        engine.HasQueued(owner) || owner.OpenChildren.Exists(child => child.Status is ActivityStatus.Running or ActivityStatus.Faulted);

    /// <summary>Cancels what still runs, or has faulted, upstream of a node.</summary>
    public async ValueTask CancelAncestorsAsync(WorkflowEngine engine, ActivityExecutionContext owner, IActivity node)
    {
        var ancestors = GraphFrom(engine.StartNodeId).AncestorsOf(node.Id);
        foreach (var child in owner.OpenChildren.Where(child => child.Status is ActivityStatus.Running or ActivityStatus.Faulted && ancestors.Contains(child.Activity.Id)).ToList())
            await engine.CancelAsync(child);
    }

    /// <summary>The activity of an id.</summary>
    public IActivity Find(string id) => (_byId ??= Activities.ToDictionary(activity => activity.Id))[id];

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
            return context.CompleteActivityAsync();
        engine.Schedule(StartOf(engine.StartNodeId), context);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask CompleteIfIdleAsync(WorkflowEngine engine, ActivityExecutionContext owner)
    {
        if (!IsBusy(engine, owner))
            await owner.CompleteActivityAsync();
    }

    private static bool IsByTokens(WorkflowEngine engine) => engine.FlowchartMode == FlowchartMode.Token;

    private TokenFlow Tokens(WorkflowEngine engine, ActivityExecutionContext owner) => new(this, GraphFrom(engine.StartNodeId), engine, owner);

    private async ValueTask<bool> FollowAsync(FlowRun run, string source, IReadOnlyCollection<string?> outcomes)
    {
        if (!run.Graph.Reachable.Contains(source))
            throw new InvalidOperationException($"Activity '{source}' is not reachable from the flowchart graph（从起点无法到达活动“{source}”）。");
        var scheduled = false;
        foreach (var connection in run.Graph.Outbound(source))
        {
            var followed = outcomes.Contains(connection.Port);
            run.Scope.Visit(connection, followed);
            if (run.Graph.IsBackward(connection))
                scheduled |= followed && GoBack(run, connection);
            else
                scheduled |= await ArriveAsync(run, connection);
        }

        return scheduled;
    }

    private bool GoBack(FlowRun run, Connection connection)
    {
        if (!run.Graph.IsValidBackward(connection))
        {
            throw new InvalidOperationException(
                $"Invalid backward connection（连线不能从“{connection.Source}”返回“{connection.Target}”：从起点到“{connection.Source}”有不经过“{connection.Target}”的路径）。");
        }

        run.Engine.Schedule(Find(connection.Target), run.Owner, new ScheduleOptions { ByBackwardConnection = true });
        return true;
    }

    private async ValueTask<bool> ArriveAsync(FlowRun run, Connection arrived)
    {
        var target = Find(arrived.Target);
        var inbound = run.Graph.ForwardInbound(arrived.Target);
        var mode = target is FlowJoin join ? run.Engine.EvaluateInput(nameof(FlowJoin.Mode), join.Mode, run.Owner, FlowJoinMode.WaitAny) : FlowJoinMode.WaitAllActive;
        var visits = run.Scope.VisitsOf(arrived.Target);
        var highest = inbound.Max(run.Scope.VisitsOf);
        var latest = inbound.Where(connection => run.Scope.VisitsOf(connection) == highest).ToList();
        if (mode == FlowJoinMode.WaitAny)
        {
            if (run.Scope.VisitsOf(arrived) <= visits || run.Engine.IsQueued(run.Owner, target))
                return false;
            if (latest.Exists(run.Scope.WasFollowed))
            {
                run.Engine.Schedule(target, run.Owner);
                await CancelAncestorsAsync(run.Engine, run.Owner, target);
                return true;
            }
        }

        if (!inbound.All(connection => run.Scope.VisitsOf(connection) > visits))
            return false;
        return (mode == FlowJoinMode.WaitAll ? latest.TrueForAll(run.Scope.WasFollowed) : latest.Exists(run.Scope.WasFollowed))
            ? Schedule(run, target)
            : await SkipAsync(run, target);
    }

    private static bool Schedule(FlowRun run, IActivity target)
    {
        run.Engine.Schedule(target, run.Owner);
        return true;
    }

    private ValueTask<bool> SkipAsync(FlowRun run, IActivity target)
    {
        run.Scope.Visit(target.Id);
        return FollowAsync(run, target.Id, []);
    }

    private FlowRun Run(WorkflowEngine engine, ActivityExecutionContext owner)
    {
        var scope = owner.GetProperty<FlowScope>(ScopeKey);
        if (scope is null)
            owner.SetProperty(ScopeKey, scope = new FlowScope());
        return new FlowRun(engine, owner, scope, GraphFrom(engine.StartNodeId));
    }

    private FlowGraph GraphFrom(string? triggerNodeId) => _graphs.GetOrAdd(triggerNodeId ?? "", static (node, flowchart) => new FlowGraph(flowchart.StartOf(node).Id, flowchart.Connections), this);

    private IActivity StartOf(string? triggerNodeId) =>
        (triggerNodeId is null ? null : Activities.FirstOrDefault(activity => activity.NodeId == triggerNodeId))
        ?? Activities.FirstOrDefault(activity => activity is Start)
        ?? Activities.FirstOrDefault(activity => activity.CustomProperties.TryGetValue("canStartWorkflow", out var starts) && starts is true)
        ?? Activities.FirstOrDefault(activity => Connections.All(connection => connection.Target != activity.Id))
        ?? Activities[0];

    /// <summary>One execution of this flowchart in a burst.</summary>
    private sealed record FlowRun(WorkflowEngine Engine, ActivityExecutionContext Owner, FlowScope Scope, FlowGraph Graph);
}
