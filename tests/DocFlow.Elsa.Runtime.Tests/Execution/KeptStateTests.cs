using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Execution;

/// <summary>What an instance and its executions keep besides what the workflow itself needs.</summary>
public sealed class KeptStateTests
{
    [Fact]
    public async Task An_execution_names_what_scheduled_it_and_how_deep_it_stands()
    {
        var fork = Build.Activity("FlowFork", "fork", ("branches", Build.Input("Object", """["A","B"]""")));
        var join = Build.Activity("FlowJoin", "join", ("mode", Build.Literal("WaitAll")));
        var bench = await Bench.Of(Build.Flowchart("flow", [Build.Activity("Start", "start"), fork, Build.Line("a"), Build.Line("b"), join, Build.Task("task")],
            "start->fork", "fork:A->a", "fork:B->b", "a->join", "b->join", "join->task")).StartAsync();

        var chain = new List<string>();
        for (var at = Execution(bench, "task"); at is not null; at = at.SchedulingExecutionId is { } id ? bench.Executions[id] : null)
        {
            Assert.Equal(at.SchedulingExecutionId is { } scheduler ? bench.Executions[scheduler].ActivityId : null, at.SchedulingActivityId);
            chain.Add($"{at.ActivityId} {at.CallStackDepth}");
        }

        Assert.Equal(["task 6", "join 5", "b 4", "fork 3", "start 2", "flow 1", "Workflow1 0"], chain);
    }

    [Fact]
    public async Task The_call_stack_goes_on_after_a_suspension()
    {
        var bench = await Bench.Of(Build.Flowchart("flow", [Build.Task("task"), Build.Line("z")], "task->z")).StartAsync();
        await bench.CompleteAsync("task");

        var line = Execution(bench, "z");

        Assert.Equal((Execution(bench, "task").Id, 3), (line.SchedulingExecutionId, line.CallStackDepth));
    }

    [Fact]
    public async Task A_kept_execution_has_its_evaluated_inputs()
    {
        var task = Build.Activity("RunTask", "task", ("taskName", Build.Literal("Review")), ("payload", Build.Script("({n: 10})")));
        var bench = await Bench.Of(Build.Sequence("s", task)).StartAsync();

        var kept = bench.State.Executions.Single(execution => execution.NodeId.EndsWith(":task", StringComparison.Ordinal));

        Assert.Equal(("Review", 10), (kept.ActivityState!["TaskName"]!.GetValue<string>(), kept.ActivityState["Payload"]!["n"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_waiting_task_lists_its_id_and_its_result_that_is_not_there_yet()
    {
        var bench = await Bench.Of(Build.Sequence("s", Build.Task("task"))).StartAsync();

        var outputs = Execution(bench, "task").Outputs;

        Assert.Equal(bench.State.Bookmarks.Single().Payload!["TaskId"]!.GetValue<string>(), outputs["TaskId"]);
        Assert.Equal(["TaskId", "Result"], outputs.Keys);
        Assert.Null(outputs["Result"]);
    }

    [Fact]
    public async Task Only_chosen_outcomes_are_in_the_payload()
    {
        var bench = await Bench.Of(Build.Flowchart("flow", [Build.Activity("Start", "start"), Build.Activity("FlowDecision", "d", ("condition", Build.Literal(true)))], "start->d")).StartAsync();

        Assert.Empty(Execution(bench, "start").Payload);
        Assert.Equal(["True"], (IEnumerable<string?>)Execution(bench, "d").Payload["Outcomes"]!);
    }

    [Fact]
    public async Task The_flowchart_keeps_its_visits_under_Elsas_names()
    {
        var bench = await Bench.Of(Build.Flowchart("flow", [Build.Activity("FlowDecision", "d", ("condition", Build.Literal(true))), Build.Task("t"), Build.Line("no")], "d:True->t", "d:False->no")).StartAsync();

        var scope = Execution(bench, "flow").Properties["FlowScope"]!;

        Assert.Equal(1, scope["activitiesVisitCount"]!["d"]!.GetValue<int>());
        Assert.Equal(1, scope["connectionVisitCount"]!["d:False->no:In"]!.GetValue<int>());
        Assert.True(scope["connectionLastVisitFollowed"]!["d:True->t:In"]!.GetValue<bool>());
        Assert.False(scope["connectionLastVisitFollowed"]!["d:False->no:In"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Times_are_kept_from_start_to_end()
    {
        var bench = Bench.Of(Build.Sequence("s", Build.Task("task")));
        var start = bench.Time.GetUtcNow();
        await bench.StartAsync();
        var waiting = bench.State;
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        await bench.CompleteAsync("task");

        Assert.Equal((start, start, null), (waiting.CreatedAt, waiting.UpdatedAt, waiting.FinishedAt));
        Assert.Equal((start, start.AddMinutes(5), (DateTimeOffset?)start.AddMinutes(5)), (bench.State.CreatedAt, bench.State.UpdatedAt, bench.State.FinishedAt));
        Assert.Equal(1, waiting.DefinitionVersion);
    }

    [Fact]
    public async Task A_cancelled_instance_knows_when_and_leaves_its_executions_as_they_were()
    {
        var bench = await Bench.Of(Build.Sequence("s", Build.Task("task"))).StartAsync();
        var at = bench.Time.GetUtcNow().AddHours(1);

        var cancelled = WorkflowRunner.Cancel(bench.State, at);

        Assert.Equal((WorkflowSubStatus.Cancelled, at, (DateTimeOffset?)at), (cancelled.SubStatus, cancelled.UpdatedAt, cancelled.FinishedAt));
        Assert.Empty(cancelled.Bookmarks);
        Assert.All(cancelled.Executions, execution => Assert.Equal("Running", execution.Status));
        Assert.Same(cancelled, WorkflowRunner.Cancel(cancelled, at.AddHours(1)));
    }

    [Fact]
    public async Task A_start_may_give_values_to_variables_by_name()
    {
        var bench = Bench.Of(Build.Sequence("s", Build.Line("l", "`${getN()} ${typeof getN()}`")), Build.Variable("N", "Int32", "1"));
        await bench.StartAsync(variables: new Dictionary<string, object?> { ["N"] = "7", ["Unknown"] = 1 });

        Assert.Equal("7 number", bench.Executions.Values.Single(execution => execution.ActivityId == "l").State["Text"]);
        Assert.Equal(7, bench.Variable("N")!.GetValue<int>());
    }

    private static ExecutionRecord Execution(Bench bench, string activity) => bench.Executions.Values.Last(execution => execution.ActivityId == activity);
}
