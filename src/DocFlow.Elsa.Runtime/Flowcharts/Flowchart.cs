using System.Runtime.CompilerServices;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>
/// A graph of activities, run by counting visits (Elsa's default mode): an activity with several arrows into it waits for those
/// that are still alive; what no followed arrow reaches is skipped, and so are its own arrows (dead-path elimination).
/// </summary>
[Activity("Elsa", "Flowchart", "流程图", DisplayName = "流程图")]
internal sealed class Flowchart : ContainerActivity
{
    private const string ScopeKey = "FlowScope";

    // One object per execution within a burst: a cancelled child re-enters while its siblings are being followed.
    private static readonly ConditionalWeakTable<ActivityExecutionContext, FlowScope> Scopes = [];

    private FlowGraph? _graph;

    public IList<IActivity> Activities { get; set; } = [];

    public IReadOnlyList<Connection> Connections { get; set; } = [];

    public override IEnumerable<IActivity> Children => Activities;

    /// <summary>Null for a flowchart without activities.</summary>
    public FlowGraph? Graph => Activities.Count == 0 ? null : _graph ??= new FlowGraph(StartOf().Id, Connections);

    public override async ValueTask ChildEndedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child)
    {
        if (child.Activity is ITerminal && child.Status == ActivityStatus.Completed)
        {
            await owner.CompleteActivityAsync();
            return;
        }

        var graph = Graph!;
        if (!graph.Reachable.Contains(child.Activity.Id))
            throw new InvalidOperationException($"活动“{child.Activity.Id}”从起点无法到达。");

        var scope = Scopes.GetValue(owner, static context => context.GetProperty<FlowScope>(ScopeKey) ?? new FlowScope());
        if (child.Status == ActivityStatus.Canceled && !HasWork(engine, owner))
        {
            await owner.CompleteActivityAsync();
            return;
        }

        if (!child.CameByBackwardConnection)
            scope.Visit(child.Activity.Id);
        var outcomes = child.Status == ActivityStatus.Completed ? child.Outcomes : [];
        var scheduled = await FollowAsync(engine, owner, scope, child.Activity.Id, outcomes);
        owner.SetProperty(ScopeKey, scope);
        if (!scheduled && !HasWork(engine, owner) && !engine.ChildrenOf(owner).Any(other => other.Status == ActivityStatus.Faulted))
            await owner.CompleteActivityAsync();
    }

    /// <summary>Cancels what still runs upstream of a node.</summary>
    public async ValueTask CancelAncestorsAsync(WorkflowEngine engine, ActivityExecutionContext owner, IActivity node)
    {
        var ancestors = Graph!.AncestorsOf(node.Id);
        foreach (var child in engine.ChildrenOf(owner).Where(child => child.Status == ActivityStatus.Running && ancestors.Contains(child.Activity.Id)).ToList())
            await engine.CancelAsync(child);
    }

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
            return context.CompleteActivityAsync();
        engine.Schedule(StartOf(), context);
        return ValueTask.CompletedTask;
    }

    private IActivity StartOf() =>
        Activities.FirstOrDefault(activity => activity is Start)
        ?? Activities.FirstOrDefault(activity => activity.CustomProperties.TryGetValue("canStartWorkflow", out var starts) && starts is true)
        ?? Activities.FirstOrDefault(activity => Connections.All(connection => connection.Target != activity.Id))
        ?? Activities[0];

    private static bool HasWork(WorkflowEngine engine, ActivityExecutionContext owner) =>
        engine.HasQueued(owner) || engine.ChildrenOf(owner).Any(child => child.Status is ActivityStatus.Running or ActivityStatus.Pending);

    private async ValueTask<bool> FollowAsync(WorkflowEngine engine, ActivityExecutionContext owner, FlowScope scope, string source, IReadOnlyCollection<string?> outcomes)
    {
        var scheduled = false;
        foreach (var connection in Graph!.Outbound(source))
        {
            var followed = outcomes.Contains(connection.Port);
            scope.Visit(connection, followed);
            if (Graph.IsBackward(connection))
            {
                if (followed)
                {
                    if (!Graph.IsValidBackward(connection))
                        throw new InvalidOperationException($"连线“{connection.Key}”不能返回：有不经过“{connection.Target}”的路径。");
                    engine.Schedule(Find(connection.Target), owner, byBackwardConnection: true);
                    scheduled = true;
                }
            }
            else
            {
                scheduled |= await ArriveAsync(engine, owner, scope, connection);
            }
        }

        return scheduled;
    }

    private async ValueTask<bool> ArriveAsync(WorkflowEngine engine, ActivityExecutionContext owner, FlowScope scope, Connection arrived)
    {
        var target = Find(arrived.Target);
        var inbound = Graph!.ForwardInbound(arrived.Target).ToList();
        var mode = target is FlowJoin join ? engine.EvaluateInput(join.Mode, owner, FlowJoinMode.WaitAny) : FlowJoinMode.WaitAllActive;
        var visits = scope.VisitsOf(arrived.Target);
        var allVisited = inbound.All(connection => scope.VisitsOf(connection) > visits);
        if (mode == FlowJoinMode.WaitAny)
            return await ArriveAtAnyAsync(engine, owner, scope, arrived, target, inbound, allVisited);
        if (!allVisited)
            return false;

        var highest = inbound.Max(scope.VisitsOf);
        var latest = inbound.Where(connection => scope.VisitsOf(connection) == highest).ToList();
        var goesOn = mode == FlowJoinMode.WaitAll ? latest.All(scope.WasFollowed) : latest.Any(scope.WasFollowed);
        return await ScheduleOrSkipAsync(engine, owner, scope, target, goesOn);
    }

    private async ValueTask<bool> ArriveAtAnyAsync(
        WorkflowEngine engine, ActivityExecutionContext owner, FlowScope scope, Connection arrived, IActivity target, List<Connection> inbound, bool allVisited)
    {
        if (scope.VisitsOf(arrived) <= scope.VisitsOf(arrived.Target) || engine.IsQueued(owner, target))
            return false;
        if (scope.WasFollowed(arrived))
        {
            engine.Schedule(target, owner);
            await CancelAncestorsAsync(engine, owner, target);
            return true;
        }

        return allVisited && inbound.All(connection => !scope.WasFollowed(connection)) && await ScheduleOrSkipAsync(engine, owner, scope, target, goesOn: false);
    }

    private async ValueTask<bool> ScheduleOrSkipAsync(WorkflowEngine engine, ActivityExecutionContext owner, FlowScope scope, IActivity target, bool goesOn)
    {
        if (goesOn)
        {
            engine.Schedule(target, owner);
            return true;
        }

        scope.Visit(target.Id);
        return await FollowAsync(engine, owner, scope, target.Id, []);
    }

    private IActivity Find(string id) => Activities.First(activity => activity.Id == id);
}
