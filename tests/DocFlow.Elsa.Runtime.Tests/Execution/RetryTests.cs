using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Execution;

/// <summary>Faulted activities that run again.</summary>
public sealed class RetryTests
{
    private static JsonObject Flow => Build.Flowchart("flow", [Build.Task("t"), Build.Line("bad", "if (getFails()) throw new Error('no'); 'good'"), Build.Line("z")], "t->bad", "bad->z");

    [Fact]
    public async Task A_faulted_activity_runs_again_in_its_own_execution_and_the_workflow_goes_on()
    {
        var bench = await FaultedAsync();
        bench.Change(state => state with { Variables = new Dictionary<string, JsonNode?> { ["Fails"] = false } });

        Assert.True(await bench.RetryAsync());

        Assert.Equal(WorkflowSubStatus.Finished, bench.SubStatus);
        Assert.Empty(bench.State.Incidents);
        var execution = Assert.Single(bench.Executions.Values, execution => execution.ActivityId == "bad");
        Assert.Equal((ActivityStatus.Completed, 0), (execution.Status, execution.AggregateFaultCount));
        Assert.Equal(["Started", "Faulted", "Started", "Completed"], bench.Journal.Where(entry => entry.ActivityId == "bad").Select(entry => entry.Event));
        Assert.Equal("Completed", bench.Journal.Last(entry => entry.ActivityId == "z").Event);
    }

    [Fact]
    public async Task One_that_faults_again_has_one_incident_and_counts_once()
    {
        var bench = await FaultedAsync();

        await bench.RetryAsync();

        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.Single(bench.State.Incidents);
        Assert.All(bench.State.Executions, execution => Assert.Equal(1, execution.AggregateFaultCount));
    }

    [Fact]
    public async Task Only_named_activities_are_retried_and_never_those_of_an_instance_that_did_not_fault()
    {
        var bench = await FaultedAsync();
        Assert.False(await bench.RetryAsync("other"));

        var waiting = await Bench.Of(Flow, Build.Variable("Fails", "Boolean", "true")).StartAsync();
        Assert.False(await waiting.RetryAsync());
    }

    private static async Task<Bench> FaultedAsync()
    {
        var bench = await Bench.Of(Flow, Build.Variable("Fails", "Boolean", "true")).StartAsync();
        await bench.CompleteAsync("t");
        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        return bench;
    }
}
