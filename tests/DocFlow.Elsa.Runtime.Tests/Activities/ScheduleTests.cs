using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Activities;

/// <summary>Timer, Cron and StartAt within a workflow; the bench's clock stands at 2026-11-26 10:00 in China, a Thursday.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Timer", "interval", "01:30:00", "2026-11-26T03:30:00+00:00")]
    [InlineData("Cron", "cronExpression", "0 0 9 * * 1", "2026-11-30T01:00:00+00:00")]
    [InlineData("Cron", "cronExpression", "30 15 10 * * *", "2026-11-26T02:15:30+00:00")]
    [InlineData("StartAt", "dateTime", "2026-12-01T08:00:00+08:00", "2026-12-01T00:00:00+00:00")]
    public async Task It_waits_until_it_is_due_and_goes_on_then(string type, string input, string value, string due)
    {
        var bench = await Bench.Of(Sequence("all", Activity(type, "wait", (input, Literal(value))), Line("after"))).StartAsync();

        var waiting = Assert.Single(bench.State.Bookmarks);
        Assert.Equal((WorkflowSubStatus.Suspended, $"Elsa.{type}", DateTimeOffset.Parse(due, null)), (bench.SubStatus, waiting.Name, waiting.DueAt!.Value));

        bench.Time.SetUtcNow(waiting.DueAt.Value);
        Assert.True(await bench.ResumeAsync(waiting));
        Assert.Equal((WorkflowSubStatus.Finished, "after"), (bench.SubStatus, bench.Lines));
    }

    [Fact]
    public async Task A_timer_without_interval_waits_a_minute()
    {
        var bench = await Bench.Of(Sequence("all", Activity("Timer", "wait"))).StartAsync();

        Assert.Equal(Now.AddMinutes(1), bench.State.Bookmarks[0].DueAt);
    }

    [Fact]
    public async Task A_time_that_is_past_completes_at_once()
    {
        var bench = await Bench.Of(Sequence("all", Activity("StartAt", "wait", ("dateTime", Literal("2026-11-26T10:00:00+08:00"))), Line("after"))).StartAsync();

        Assert.Equal((WorkflowSubStatus.Finished, "after"), (bench.SubStatus, bench.Lines));
    }

    [Theory]
    [InlineData("Timer", "interval", "01:30:00")]
    [InlineData("Cron", "cronExpression", "0 0 9 * * 1")]
    [InlineData("StartAt", "dateTime", "2026-12-01T08:00:00+08:00")]
    public async Task The_trigger_of_the_run_completes_at_once(string type, string input, string value)
    {
        var bench = await Bench.Of(Flowchart("flow", [Activity(type, "wait", (input, Literal(value))), Line("after")], "wait->after")).StartAsync(trigger: "Workflow1:flow:wait");

        Assert.Equal((WorkflowSubStatus.Finished, "after"), (bench.SubStatus, bench.Lines));
    }

    [Fact]
    public async Task A_bad_expression_that_only_a_script_knows_faults_with_its_reason()
    {
        var bench = await Bench.Of(Sequence("all", Activity("Cron", "wait", ("cronExpression", Script("'often'"))))).StartAsync();

        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.Contains("周期表达式“often”", bench.State.Incidents[0].Message, StringComparison.Ordinal);
    }
}
