using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Activities;

/// <summary>Loops and breaks; expected values are the recorded facts of the real server.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData(1, 3, 1, true, "1 2 3")]
    [InlineData(1, 3, 1, false, "1 2")]
    [InlineData(3, 1, 1, true, "3 2 1")]
    [InlineData(3, 1, 2, true, "3 1")]
    [InlineData(3, 1, 1, false, "3 2")]
    public async Task For_counts_in_both_directions(int start, int end, int step, bool inclusive, string lines)
    {
        var loop = Activity("For", "f", ("start", Literal(start)), ("end", Literal(end)), ("step", Literal(step)), ("outerBoundInclusive", Literal(inclusive)), ("body", Line("a", "getVariable('CurrentValue')")));

        Assert.Equal(lines, (await Bench.Of(loop).StartAsync()).Lines);
    }

    [Fact]
    public async Task For_without_a_body_never_completes_as_in_Elsa()
    {
        var bench = await Bench.Of(Activity("For", "f", ("start", Literal(1)), ("end", Literal(3)))).StartAsync();

        Assert.Equal((WorkflowSubStatus.Suspended, 0), (bench.SubStatus, bench.State.Bookmarks.Count));
    }

    [Theory]
    [InlineData("While", "condition", "true")]
    [InlineData("ForEach", "items", "['a']")]
    [InlineData("ParallelForEach", "items", "['a']")]
    public async Task Other_loops_without_a_body_complete(string type, string input, string script) =>
        Assert.Equal(WorkflowSubStatus.Finished, (await Bench.Of(Activity(type, "f", (input, Script(script)))).StartAsync()).SubStatus);

    [Fact]
    public async Task After_an_inner_loop_the_outer_body_shows_the_inner_loops_last_value()
    {
        var inner = Activity("For", "i", ("start", Literal(7)), ("end", Literal(8)), ("body", Line("x", "getVariable('CurrentValue')")));
        var outer = Activity("For", "o", ("start", Literal(1)), ("end", Literal(2)), ("body", Sequence("s", Line("a", "getVariable('CurrentValue')"), inner, Line("b", "getVariable('CurrentValue')"))));

        Assert.Equal("1 7 8 8 2 7 8 8", (await Bench.Of(outer).StartAsync()).Lines);
    }

    [Fact]
    public async Task A_list_that_grows_in_the_same_burst_is_not_seen()
    {
        var body = Set("b", "L", Script("[...getL(), 'more']"));
        var loop = Activity("ForEach", "f", ("items", Script("getL()")), ("body", body));
        var bench = await Bench.Of(Sequence("s", Set("i", "L", Script("['a','b']")), loop, Line("n", "getL().length")), Variable("L")).StartAsync();

        Assert.Equal("4", bench.Lines);
    }

    [Fact]
    public async Task A_list_that_grew_before_a_suspension_is_seen_after_it()
    {
        var body = Sequence("b", Line("a", "getVariable('CurrentValue')"), Activity("If", "if", ("condition", Script("getL().length < 3")), ("then", Set("g", "L", Script("[...getL(), 'more']")))), Task("t"));
        var loop = Activity("ForEach", "f", ("items", Script("getL()")), ("body", body));
        var bench = await Bench.Of(Sequence("s", Set("i", "L", Script("['a','b']")), loop), Variable("L")).StartAsync();
        for (var turn = 0; turn < 3; turn++)
            await bench.CompleteAsync("t");

        Assert.Equal(("a b more", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task Current_value_and_index_survive_a_suspension()
    {
        var body = Sequence("b", Task("t"), Line("a", "`${getVariable('CurrentIndex')}${getVariable('CurrentValue')}`"));
        var bench = await Bench.Of(Activity("ForEach", "f", ("items", Script("['x','y']")), ("body", body))).StartAsync();
        await bench.CompleteAsync("t");
        await bench.CompleteAsync("t");

        Assert.Equal("0x 1y", bench.Lines);
    }

    [Fact]
    public async Task While_without_a_body_asks_until_its_condition_no_longer_holds()
    {
        var bench = await Bench.Of(Activity("While", "w", ("condition", Script("setN(getN() + 1); getN() < 3"))), Variable("N", "Int32", "0")).StartAsync();

        Assert.Equal((3, WorkflowSubStatus.Finished), (bench.Variable("N")!.GetValue<int>(), bench.SubStatus));
    }

    [Theory]
    [InlineData("'甲乙'", "甲 乙", WorkflowSubStatus.Finished)]
    [InlineData("'[1, 2]'", "1 2", WorkflowSubStatus.Finished)]
    [InlineData("[]", "", WorkflowSubStatus.Finished)]
    [InlineData("null", "", WorkflowSubStatus.Faulted)]
    [InlineData("5", "", WorkflowSubStatus.Faulted)]
    [InlineData("({a: 1})", "", WorkflowSubStatus.Faulted)]
    public async Task Only_what_can_be_walked_is_walked(string items, string lines, WorkflowSubStatus end)
    {
        var bench = await Bench.Of(Activity("ForEach", "f", ("items", Script(items)), ("body", Line("a", "getVariable('CurrentValue')")))).StartAsync();

        Assert.Equal((lines, end), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task A_bound_current_value_is_set_each_turn()
    {
        var loop = Activity("ForEach", "f", ("items", Script("['x','y']")), ("currentValue", Output("V")), ("body", Line("a", "getV()")));

        Assert.Equal("x y", (await Bench.Of(loop, Variable("V")).StartAsync()).Lines);
    }

    [Fact]
    public async Task A_break_outside_of_loops_ends_all_sequences()
    {
        var bench = await Bench.Of(Sequence("s", Line("a"), Sequence("t", Activity("Break", "br"), Line("b")), Line("c"))).StartAsync();

        Assert.Equal(("a", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task A_break_ends_only_the_nearest_loop()
    {
        var inner = Activity("ForEach", "i", ("items", Script("[1,2]")), ("body", Sequence("b", Line("x"), Activity("Break", "br"))));
        var outer = Activity("ForEach", "o", ("items", Script("[1,2]")), ("body", Sequence("s", inner, Line("y"))));

        Assert.Equal("x y x y", (await Bench.Of(outer).StartAsync()).Lines);
    }

    [Fact]
    public async Task A_break_in_a_parallel_loop_ends_its_item_and_the_sequences_around_the_loop()
    {
        var body = Sequence("b", Activity("If", "if", ("condition", Script("getVariable('CurrentIndex') == 1")), ("then", Activity("Break", "br"))), Line("a", "getVariable('CurrentValue')"));
        var bench = await Bench.Of(Sequence("s", Activity("ParallelForEach", "p", ("items", Script("[1,2,3]")), ("body", body)), Line("z"))).StartAsync();

        Assert.Equal(("1 3", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task A_break_in_a_fork_completes_the_fork_with_the_next_branch_and_the_loop_around_it()
    {
        var fork = new System.Text.Json.Nodes.JsonArray(Activity("Break", "br"), Task("t"));
        var loop = Activity("While", "w", ("condition", Literal(true)), ("body", Sequence("b", Activity("Fork", "f", ("branches", fork)), Line("no"))));
        var bench = await Bench.Of(Sequence("s", loop, Line("z"))).StartAsync();

        Assert.Equal("z", bench.Lines);
    }

    [Fact]
    public async Task For_keeps_counting_after_suspensions_and_sees_its_bounds_as_they_are_then()
    {
        var body = Sequence("b", Task("t"), Line("a", "getVariable('CurrentValue')"));
        var loop = Activity("For", "f", ("start", Literal(1)), ("end", Script("getEnd()")), ("body", body));
        var bench = await Bench.Of(Sequence("s", loop, Line("z")), Variable("End", "Int32", "2")).StartAsync();
        await bench.CompleteAsync("t");
        bench.Change(state => state with { Variables = new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["End"] = 3 } });
        await bench.CompleteAsync("t");
        await bench.CompleteAsync("t");

        Assert.Equal(("1 2 3 z", WorkflowSubStatus.Finished), (bench.Lines, bench.SubStatus));
    }

    [Fact]
    public async Task Container_variables_start_from_their_default_on_every_turn()
    {
        var body = Sequence("b", Line("a", "getN()"), Set("i", "N", Script("getN() + 1")));
        body["variables"] = new System.Text.Json.Nodes.JsonArray(Variable("N", "Int32", "5"));

        Assert.Equal("5 5", (await Bench.Of(Activity("ForEach", "f", ("items", Script("[1,2]")), ("body", body))).StartAsync()).Lines);
    }

    [Fact]
    public async Task Ten_thousand_items_are_walked_in_one_burst_and_leave_a_small_state()
    {
        var bench = await Bench.Of(Sequence("s", Activity("ForEach", "f", ("items", Script("Array.from({length: 10000}, (_, i) => i)")), ("body", Set("b", "N", Script("getVariable('CurrentValue')")))), Task("t")), Variable("N", "Int32")).StartAsync();

        Assert.Equal(WorkflowSubStatus.Suspended, bench.SubStatus);
        Assert.Equal(9999, bench.Variable("N")!.GetValue<int>());
        Assert.True(bench.StateJson.Length < 4000, $"the state has {bench.StateJson.Length} characters");
    }
}
