using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests.Execution;

/// <summary>Wishes about how a burst is run and saved that are read and don't change what happens.</summary>
public sealed class CommitStrategyTests
{
    [Theory]
    [InlineData("ActivityExecuted")]
    [InlineData("Nobody")]
    public async Task A_commit_strategy_changes_nothing(string name)
    {
        var line = Build.Line("l");
        line["customProperties"] = new JsonObject { ["commitStrategy"] = "CommitAlways" };
        var definition = Build.Definition(Build.Sequence("s", line));
        definition["options"] = new JsonObject { ["commitStrategyName"] = name };
        var bench = await new Bench(definition).StartAsync();

        Assert.Equal((WorkflowSubStatus.Finished, "l"), (bench.SubStatus, bench.Lines));
    }

    [Fact]
    public async Task An_activity_that_may_run_in_the_background_runs_within_the_burst()
    {
        var line = Build.Line("l");
        line["customProperties"] = new JsonObject { ["runAsynchronously"] = true };
        var bench = await Bench.Of(Build.Sequence("s", line)).StartAsync();

        Assert.Equal(["Started", "Completed"], bench.Journal.Where(entry => entry.ActivityId == "l").Select(entry => entry.Event));
    }
}
