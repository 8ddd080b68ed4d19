using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Flowcharts;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Flowcharts;

/// <summary>Flowcharts by tokens, where they do otherwise than by counting.</summary>
public sealed class TokenFlowTests
{
    private static readonly string[] Uneven = ["start->a", "a->m", "start->b", "b->c", "c->m", "m->z"];

    [Fact]
    public async Task A_plain_join_of_uneven_branches_runs_once_per_arrival()
    {
        var bench = await RunAsync([Start, Build.Line("a"), Build.Line("b"), Build.Line("c"), Build.Line("m"), Build.Line("z")], Uneven);

        Assert.Equal((WorkflowSubStatus.Finished, "a b m c z m z"), (bench.SubStatus, bench.Lines));
    }

    [Fact]
    public async Task A_plain_join_waits_while_something_is_on_its_way_to_its_sources()
    {
        var bench = await RunAsync([Start, Build.Line("a"), Build.Task("t"), Build.Line("m")], ["start->a", "a->m", "start->t", "t->m"]);
        Assert.Equal("a", bench.Lines);
        await bench.CompleteAsync("t");

        Assert.Equal((WorkflowSubStatus.Finished, "a m"), (bench.SubStatus, bench.Lines));
    }

    [Fact]
    public async Task A_join_for_the_first_that_another_branch_reaches_later_leaves_the_instance_suspended_without_bookmark()
    {
        var join = Build.Activity("FlowJoin", "m", ("mode", Build.Literal("WaitAny")));
        var bench = await RunAsync([Start, Build.Line("a"), Build.Line("b"), Build.Line("c"), join, Build.Line("z")], Uneven);

        Assert.Equal((WorkflowSubStatus.Suspended, "a b c z"), (bench.SubStatus, bench.Lines));
        Assert.Empty(bench.State.Bookmarks);
    }

    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public async Task A_merge_of_all_runs_once_when_all_have_come(string mode)
    {
        var bench = await RunAsync([Start, Build.Line("a"), Build.Line("b"), Build.Line("c"), Merging("m", mode), Build.Line("z")], Uneven);

        Assert.Equal((WorkflowSubStatus.Finished, "a b c m z"), (bench.SubStatus, bench.Lines));
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public async Task A_join_of_all_waits_for_ever_on_a_dead_path(string mode)
    {
        var join = Build.Activity("FlowJoin", "j", ("mode", Build.Literal(mode)));
        var bench = await RunAsync([Start, Build.Activity("FlowDecision", "d", ("condition", Build.Literal(true))), Build.Line("yes"), Build.Line("no"), join], ["start->d", "d:True->yes", "d:False->no", "yes->j", "no->j"]);

        Assert.Equal((WorkflowSubStatus.Suspended, "yes"), (bench.SubStatus, bench.Lines));
        Assert.Empty(bench.State.Bookmarks);
    }

    [Fact]
    public async Task Merge_lets_a_loop_pass_that_converge_holds()
    {
        var decision = Build.Activity("FlowDecision", "d", ("condition", Build.Script("setN(getN() + 1); getN() < 2")));
        foreach (var (mode, lines, end) in new[] { ("Merge", "m m", WorkflowSubStatus.Finished), ("Converge", "", WorkflowSubStatus.Suspended) })
        {
            var bench = await RunAsync([Start, Merging("m", mode), decision.DeepClone().AsObject()], ["start->m", "m->d", "d:True->m"], Build.Variable("N", "Int32", "0"));

            Assert.Equal((end, lines), (bench.SubStatus, bench.Lines));
        }
    }

    [Fact]
    public async Task A_cascade_runs_with_the_first_and_swallows_the_others()
    {
        var bench = await RunAsync([Start, Build.Line("a"), Build.Line("b"), Merging("m", "Cascade")], ["start->a", "start->b", "a->m", "b->m"]);

        Assert.Equal("a b m", bench.Lines);
    }

    [Fact]
    public async Task A_race_cancels_what_runs_upstream()
    {
        var bench = await RunAsync([Start, Build.Task("t"), Build.Line("a"), Merging("m", "Race")], ["start->t", "start->a", "t->m", "a->m"]);

        Assert.Equal((WorkflowSubStatus.Finished, "a m"), (bench.SubStatus, bench.Lines));
        Assert.Contains(bench.Journal, entry => entry is { ActivityId: "t", Event: "Canceled" });
    }

    [Fact]
    public async Task A_race_that_cancels_the_last_that_ran_completes_the_flowchart_and_runs_on_after_it()
    {
        var bench = await RunAsync([Start, Build.Task("t"), Build.Line("a"), Merging("m", "Race"), Build.Line("z")], ["start->t", "start->a", "t->m", "a->m", "m->z"]);

        Assert.Equal((WorkflowSubStatus.Finished, "a m z"), (bench.SubStatus, bench.Lines));
        Assert.Equal(
            ["Completed a", "Canceled t", "Completed flow", "Completed Workflow1", "Started m", "Completed m", "Started z", "Completed z"],
            bench.Journal.Select(entry => $"{entry.Event} {entry.ActivityId}").SkipWhile(entry => entry != "Completed a"));
    }

    [Fact]
    public async Task A_connection_back_that_a_path_bypasses_is_simply_followed()
    {
        var decision = Build.Activity("FlowDecision", "d", ("condition", Build.Script("setN(getN() + 1); getN() < 2")));
        var bench = await RunAsync([Start, Build.Line("a"), Build.Line("b"), decision], ["start->a", "start->b", "a->d", "b->d", "d:True->a"], Build.Variable("N", "Int32", "0"));

        Assert.Empty(bench.State.Incidents);
        Assert.Equal("a b a", bench.Lines);
    }

    [Fact]
    public async Task A_terminal_ends_the_flowchart_with_all_its_tokens()
    {
        var bench = await RunAsync([Start, Build.Task("t"), Build.Activity("End", "e")], ["start->t", "start->e"]);

        Assert.Equal(WorkflowSubStatus.Finished, bench.SubStatus);
    }

    [Fact]
    public async Task An_instance_may_choose_its_mode_by_a_property()
    {
        var bench = await new Bench(Build.Definition(Build.Flowchart("flow", [Start, Build.Task("t"), Build.Line("a"), Build.Line("b"), Build.Line("c"), Build.Line("m")], "start->t", "t->a", "a->m", "t->b", "b->c", "c->m"))).StartAsync();
        bench.Change(state => state with { Properties = new Dictionary<string, JsonNode?> { ["Flowchart:ExecutionMode"] = "TokenBased" } });
        await bench.CompleteAsync("t");

        Assert.Equal("a b m c m", bench.Lines);
    }

    private static JsonObject Start => Build.Activity("Start", "start");

    private static JsonObject Merging(string id, string mode)
    {
        var line = Build.Line(id);
        line["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        return line;
    }

    private static Task<Bench> RunAsync(JsonObject[] activities, string[] connections, params JsonObject[] variables) =>
        new Bench(Build.Definition(Build.Flowchart("flow", activities, connections), variables), mode: FlowchartMode.Token).StartAsync();
}
