using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Execution;

/// <summary>Faults, incidents and cancellation.</summary>
public sealed class IncidentTests
{
    [Fact]
    public async Task With_incidents_allowed_other_branches_go_on_and_the_instance_waits()
    {
        var definition = Definition(Flow());
        definition["options"] = new System.Text.Json.Nodes.JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };
        var bench = await new Bench(definition).StartAsync();

        Assert.Equal((WorkflowSubStatus.Suspended, "b1 b2", 1), (bench.SubStatus, bench.Lines, bench.State.Incidents.Count));
    }

    [Fact]
    public async Task A_join_for_the_first_cancels_a_faulted_branch_and_the_instance_finishes()
    {
        var join = Activity("FlowJoin", "j", ("mode", Literal("WaitAny")));
        var definition = Definition(Flowchart("flow", [Activity("Start", "st"), Activity("Fault", "bad"), Line("a"), join, Line("z")], "st->bad", "st->a", "bad->j", "a->j", "j->z"));
        definition["options"] = new System.Text.Json.Nodes.JsonObject { ["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };
        var bench = await new Bench(definition).StartAsync();

        Assert.Equal((WorkflowSubStatus.Finished, "a z", 1), (bench.SubStatus, bench.Lines, bench.State.Incidents.Count));
        Assert.Equal(ActivityStatus.Canceled, bench.Executions.Values.Single(execution => execution.ActivityId == "bad").Status);
    }

    [Fact]
    public async Task By_default_a_fault_ends_the_instance_after_the_burst_and_counts_upward()
    {
        var bench = await Bench.Of(Flow()).StartAsync();

        var incident = Assert.Single(bench.State.Incidents);
        Assert.Equal((WorkflowSubStatus.Faulted, WorkflowStatus.Finished, "b1 b2"), (bench.SubStatus, bench.State.Status, bench.Lines));
        Assert.Equal(("bad", "Elsa.Fault", "不行", "FaultException"), (incident.ActivityId, incident.ActivityType, incident.Message, incident.Exception!.Type));
        Assert.All(bench.Executions.Values.Where(execution => execution.ActivityId is "bad" or "flow" or "Workflow1"), execution => Assert.Equal(1, execution.AggregateFaultCount));
    }

    [Fact]
    public async Task A_faulted_instance_keeps_its_bookmarks_and_does_not_go_on()
    {
        var bench = await Bench.Of(Flowchart("flow", [Activity("Start", "st"), Task("t"), Activity("Fault", "bad")], "st->t", "st->bad")).StartAsync();

        Assert.False(await bench.ResumeAsync(Assert.Single(bench.State.Bookmarks)));
    }

    [Fact]
    public async Task An_input_that_cannot_be_evaluated_is_named_and_has_its_cause()
    {
        var bench = await Bench.Of(Line("a", "throw new Error('boom')")).StartAsync();

        var incident = Assert.Single(bench.State.Incidents);
        Assert.StartsWith("Failed to evaluate activity input 'Text'", incident.Message, StringComparison.Ordinal);
        Assert.Equal("boom", incident.Exception!.InnerException!.Message);
    }

    [Fact]
    public async Task A_variable_expression_without_its_variable_faults_and_a_bad_literal_does_not()
    {
        var ghost = await Bench.Of(Activity("WriteLine", "a", ("text", Input("Variable", new System.Text.Json.Nodes.JsonObject { ["id"] = "ghost" })))).StartAsync();
        var literal = await Bench.Of(Sequence("s", Activity("For", "f", ("start", Literal("x")), ("end", Literal(1)), ("body", Line("a", "getVariable('CurrentValue')"))))).StartAsync();

        Assert.Equal(WorkflowSubStatus.Faulted, ghost.SubStatus);
        Assert.Equal("0 1", literal.Lines);
    }

    [Fact]
    public async Task The_journal_is_numbered_over_all_bursts_from_zero()
    {
        var bench = await Bench.Of(Sequence("s", Task("t"), Line("a"))).StartAsync();
        await bench.CompleteAsync("t");

        Assert.Equal(Enumerable.Range(0, bench.Journal.Count).Select(number => (long)number), bench.Journal.Select(entry => entry.Sequence));
    }

    private static System.Text.Json.Nodes.JsonObject Flow() => Flowchart(
        "flow", [Activity("Start", "st"), Activity("Fault", "bad", ("message", Literal("不行"))), Line("n"), Line("b1"), Line("b2")], "st->bad", "bad->n", "st->b1", "b1->b2");
}
