using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>
/// How a flowchart goes on by tokens: untaken arrows never bring one, so that a merge of all waits for ever on a dead path; arrows that
/// lead back are followed whether valid or not.
/// </summary>
internal sealed class TokenFlow(Flowchart flowchart, FlowGraph graph, WorkflowEngine engine, ActivityExecutionContext owner)
{
    private const string Key = "Flowchart.Tokens";

    private readonly FlowTokens _tokens = TokensOf(owner);

    public async ValueTask GoOnAsync(ActivityExecutionContext child)
    {
        var done = child.Activity.Id;
        if (child.Activity is ITerminal)
        {
            await EndAsync();
            return;
        }

        var followed = graph.Outbound(done).Where(connection => child.Outcomes.Contains(connection.Port)).DistinctBy(connection => connection.VisitKey).ToList();
        foreach (var connection in followed)
            _tokens.Send(connection);
        _tokens.ConsumeAllTo(done);
        foreach (var connection in followed)
            await ArriveAsync(connection);
        await EndIfIdleAsync();
        _tokens.ForgetConsumedTo(done);
    }

    // Elsa doesn't ask for tokens on their way here: a race that cancels the last that ran completes the flowchart first, and runs on after it.
    public ValueTask ForgetAsync(ActivityExecutionContext cancelled)
    {
        _tokens.ForgetAllOf(cancelled.Activity.Id);
        return Flowchart.IsBusy(engine, owner) ? ValueTask.CompletedTask : owner.CompleteActivityAsync();
    }

    private static FlowTokens TokensOf(ActivityExecutionContext owner)
    {
        var tokens = owner.GetProperty<FlowTokens>(Key);
        if (tokens is null)
            owner.SetProperty(Key, tokens = new FlowTokens());
        return tokens;
    }

    private async ValueTask ArriveAsync(Connection connection)
    {
        var target = flowchart.Find(connection.Target);
        var forward = graph.ForwardInbound(connection.Target);
        switch (MergeModes.Of(target, engine, owner))
        {
            case MergeMode.Race:
                await flowchart.CancelAncestorsAsync(engine, owner, target);
                Cascade(connection, target, forward);
                break;
            case MergeMode.Cascade:
                Cascade(connection, target, forward);
                break;
            case MergeMode.Merge:
                ScheduleWhenAllCame(target, forward);
                break;
            case MergeMode.Converge:
                ScheduleWhenAllCame(target, graph.Inbound(connection.Target));
                break;
            default:
                if (!forward.Any(inbound => _tokens.IsAliveTo(inbound.Source)))
                    engine.Schedule(target, owner);
                break;
        }
    }

    private void Cascade(Connection connection, IActivity target, IReadOnlyList<Connection> forward)
    {
        if (_tokens.BlockOf(connection) is { } block)
        {
            block.Consumed = true;
            return;
        }

        engine.Schedule(target, owner);
        foreach (var other in forward.Where(other => other.Source != connection.Source))
            _tokens.Block(other);
    }

    private void ScheduleWhenAllCame(IActivity target, IReadOnlyList<Connection> inbound)
    {
        if (inbound.Count <= 1 || inbound.All(_tokens.IsAliveOn))
            engine.Schedule(target, owner);
    }

    private ValueTask EndIfIdleAsync() => _tokens.AnyAlive || Flowchart.IsBusy(engine, owner) ? ValueTask.CompletedTask : EndAsync();

    private ValueTask EndAsync()
    {
        _tokens.Tokens.Clear();
        return owner.CompleteActivityAsync();
    }
}
