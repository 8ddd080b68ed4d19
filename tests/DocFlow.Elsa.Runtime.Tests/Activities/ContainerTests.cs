using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Activities;

/// <summary>Branches, joins and ends; expected values are the recorded facts of the real server.</summary>
public sealed class ContainerTests
{
    [Fact]
    public async Task Parallel_completes_when_all_have_completed()
    {
        var bench = await Bench.Of(Sequence("s", Activity("Parallel", "p", ("activities", Items(Sequence("x", Line("a"), Task("t")), Line("b")))), Line("z"))).StartAsync();
        Assert.Equal("a b", Sorted(bench));

        await bench.CompleteAsync("t");

        Assert.Equal(("a b z", WorkflowSubStatus.Finished), (Sorted(bench), bench.SubStatus));
    }

    [Theory]
    [InlineData("WaitAll", "a z")]
    [InlineData("WaitAny", "a z")]
    public async Task Fork_waits_for_all_branches_or_the_first(string mode, string lines)
    {
        var bench = await Bench.Of(Sequence("s", Activity("Fork", "f", ("joinMode", mode), ("branches", Items(Task("t"), Line("a")))), Line("z"))).StartAsync();
        if (mode == "WaitAll")
            await bench.CompleteAsync("t");

        Assert.Equal((lines, WorkflowSubStatus.Finished, 0), (bench.Lines, bench.SubStatus, bench.State.Bookmarks.Count));
        Assert.Equal(mode == "WaitAny" ? ActivityStatus.Canceled : ActivityStatus.Completed, bench.Executions.Values.Single(execution => execution.ActivityId == "t").Status);
    }

    [Fact]
    public async Task What_was_queued_in_a_fork_still_runs_after_the_first_branch_completed()
    {
        var bench = await Bench.Of(Activity("Fork", "f", ("joinMode", "WaitAny"), ("branches", Items(Line("a"), Line("b"))))).StartAsync();

        Assert.Equal(("a b", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task Finish_ends_the_instance_and_leaves_its_ancestors_running()
    {
        var flow = Flowchart("flow", [Activity("Start", "st"), Task("t"), Activity("Finish", "fin"), Line("a")], "st->t", "st->fin", "fin->a");
        var bench = await Bench.Of(flow).StartAsync();

        Assert.Equal((WorkflowSubStatus.Finished, "", 0), (bench.SubStatus, bench.Lines, bench.State.Bookmarks.Count));
        Assert.Equal(ActivityStatus.Running, bench.Executions.Values.Single(execution => execution.ActivityId == "flow").Status);
    }

    [Fact]
    public async Task Complete_completes_the_workflow_and_cancels_what_is_between()
    {
        var bench = await Bench.Of(Sequence("s", Sequence("i", Line("a"), Activity("Complete", "c", ("outcomes", Script("['No']"))), Line("b")), Line("z"))).StartAsync();

        Assert.Equal(("a", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
        Assert.Equal(ActivityStatus.Canceled, bench.Executions.Values.Single(execution => execution.ActivityId == "s").Status);
        Assert.Equal(["No"], (IEnumerable<string>)bench.Journal[^1].Data!["Outcomes"]!);
    }

    [Theory]
    [InlineData("Sequence")]
    [InlineData("Flowchart")]
    public async Task Complete_in_a_loop_ends_the_loop_too(string kind)
    {
        var body = kind == "Sequence" ? Sequence("b", Line("a"), Activity("Complete", "c"), Line("n")) : Flowchart("b", [Line("a"), Activity("Complete", "c"), Line("n")], "a->c", "c->n");
        var bench = await Bench.Of(Activity("ForEach", "f", ("items", Script("[1, 2]")), ("body", body))).StartAsync();

        Assert.Equal(("a", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task Bookmarks_sort_by_when_they_came_to_be()
    {
        var bench = await Bench.Of(Activity("Parallel", "p", ("activities", Items([.. Enumerable.Range(0, 9).Select(number => Task($"t{number}"))])))).StartAsync();

        Assert.Equal(Enumerable.Range(0, 9).Select(number => $"t{number}"), bench.State.Bookmarks.OrderBy(bookmark => bookmark.Id, StringComparer.Ordinal).Select(bookmark => bookmark.NodeId.Split(':')[^1]));
    }

    [Fact]
    public async Task A_switch_that_matches_any_runs_all_matches()
    {
        var bench = await Bench.Of(Activity("Switch", "w", ("mode", Literal("MatchAny")), ("cases", Items(Case("A", "true", Line("a")), Case("B", "false", Line("b")), Case("C", "1", Line("c")))), ("default", Line("d")))).StartAsync();

        Assert.Equal(("a c", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("2", true)]
    [InlineData("'true'", true)]
    [InlineData("'True'", true)]
    [InlineData("0", false)]
    [InlineData("'yes'", false)]
    [InlineData("''", false)]
    [InlineData("null", false)]
    [InlineData("undefined", false)]
    [InlineData("[]", false)]
    [InlineData("({})", false)]
    public async Task Conditions_are_converted_as_Elsa_does(string script, bool holds) =>
        Assert.Equal(holds ? "y" : "n", (await Bench.Of(Activity("If", "if", ("condition", Script(script)), ("then", Line("y")), ("else", Line("n")))).StartAsync()).Lines);

    [Fact]
    public async Task A_trigger_starts_its_flowchart_there_and_completes_at_once()
    {
        var wait = Activity("Event", "e", ("eventName", Literal("go")));
        var bench = Bench.Of(Flowchart("flow", [Activity("Start", "st"), Line("a"), wait, Line("b")], "st->a", "a->e", "e->b"));
        await bench.StartAsync(trigger: "Workflow1:flow:e");

        Assert.Equal(("b", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task A_flowchart_that_a_trigger_started_is_seen_from_there_after_a_suspension_too()
    {
        var wait = Activity("Event", "e", ("eventName", Literal("go")));
        var bench = Bench.Of(Flowchart("flow", [Activity("Start", "st"), Line("a"), wait, Task("t"), Line("b")], "st->a", "e->t", "t->b"));
        await bench.StartAsync(trigger: "Workflow1:flow:e");
        await bench.CompleteAsync("t");

        Assert.Equal(("b", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task A_published_event_is_left_for_after_the_burst()
    {
        var publish = Activity("PublishEvent", "p", ("eventName", Literal("go")), ("isLocalEvent", Literal(true)), ("payload", Script("({n: 1})")));
        var bench = await Bench.Of(Flowchart("flow", [Activity("Start", "st"), Activity("Event", "e", ("eventName", Literal("go"))), publish], "st->e", "st->p")).StartAsync();

        var published = Assert.Single(bench.Events);
        Assert.Equal(("go", "instance-1", null), (published.Name, published.InstanceId, published.CorrelationId));
        Assert.Equal(WorkflowSubStatus.Suspended, bench.SubStatus);
    }

    [Fact]
    public async Task A_delay_is_due_after_its_span()
    {
        var bench = await Bench.Of(Sequence("s", Activity("Delay", "d", ("timeSpan", Literal("00:10:00"))), Line("a"))).StartAsync();

        var bookmark = Assert.Single(bench.State.Bookmarks);
        Assert.Equal(("Elsa.Delay", bench.Time.GetUtcNow().AddMinutes(10)), (bookmark.Name, bookmark.DueAt!.Value));
        Assert.True(await bench.ResumeAsync(bookmark));
        Assert.False(await bench.ResumeAsync(bookmark));
        Assert.Equal("a", bench.Lines);
    }

    private static string Sorted(Bench bench) => string.Join(' ', bench.Lines.Split(' ').Order(StringComparer.Ordinal));

    private static System.Text.Json.Nodes.JsonArray Items(params System.Text.Json.Nodes.JsonObject[] items) => new([.. items.Select(item => (System.Text.Json.Nodes.JsonNode)item)]);

    private static System.Text.Json.Nodes.JsonObject Case(string label, string script, System.Text.Json.Nodes.JsonObject activity) =>
        new() { ["label"] = label, ["condition"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "JavaScript", ["value"] = script }, ["activity"] = activity };
}
