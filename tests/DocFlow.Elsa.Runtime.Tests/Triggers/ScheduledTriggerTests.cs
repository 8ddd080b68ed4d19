using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Triggers;
using Microsoft.Extensions.Time.Testing;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Triggers;

/// <summary>When time starts a published definition.</summary>
public sealed class ScheduledTriggerTests
{
    private static readonly TimeZoneInfo China = OfficeZone.Default.Zone;

    [Fact]
    public async Task A_timer_is_due_one_interval_later_again_and_again()
    {
        var trigger = await TriggerAsync("Timer", "interval", Literal("00:10:00"));

        var first = trigger.NextDue(At("2026-11-26T02:00:00Z"), China);
        Assert.Equal((At("2026-11-26T02:10:00Z"), At("2026-11-26T02:20:00Z")), (first, trigger.NextDue(first!.Value, China)));
    }

    // 9:00 in China is 1:00 in UTC; the last instant of a period is not due again.
    [Theory]
    [InlineData("0 0 9 * * *", "2026-11-26T00:59:59Z", "2026-11-26T01:00:00Z")]
    [InlineData("0 0 9 * * *", "2026-11-26T01:00:00Z", "2026-11-27T01:00:00Z")]
    [InlineData("0 30 23 L * *", "2026-11-26T00:00:00Z", "2026-11-30T15:30:00Z")]
    [InlineData("0 0 9 * * 1-5", "2026-11-27T02:00:00Z", "2026-11-30T01:00:00Z")]
    public async Task A_cron_expression_is_read_in_the_offices_zone(string expression, string after, string due) =>
        Assert.Equal(At(due), (await TriggerAsync("Cron", "cronExpression", Literal(expression))).NextDue(At(after), China));

    [Fact]
    public async Task The_zone_decides_which_instant_nine_oclock_is()
    {
        var trigger = await TriggerAsync("Cron", "cronExpression", Literal("0 0 9 * * *"));

        Assert.Equal(At("2026-11-26T09:00:00Z"), trigger.NextDue(At("2026-11-26T02:00:00Z"), TimeZoneInfo.Utc));
    }

    [Fact]
    public async Task A_start_time_is_due_once()
    {
        var trigger = await TriggerAsync("StartAt", "dateTime", Literal("2026-12-01T08:00:00+08:00"));

        var due = trigger.NextDue(At("2026-11-26T02:00:00Z"), China);
        Assert.Equal(At("2026-12-01T00:00:00Z"), due);
        Assert.Null(trigger.NextDue(due!.Value, China));
        Assert.True(trigger.IsScheduled);
    }

    [Fact]
    public async Task An_event_is_never_due()
    {
        var trigger = await TriggerAsync("Event", "eventName", Literal("arrived"));

        Assert.Null(trigger.NextDue(At("2026-11-26T02:00:00Z"), China));
        Assert.False(trigger.IsScheduled);
    }

    [Theory]
    [InlineData("Cron", "cronExpression", "0 9 * * *", "应为六段")]
    [InlineData("Cron", "cronExpression", "0 0 25 * * *", "无法识别")]
    [InlineData("Cron", "cronExpression", "", "没有填写周期表达式")]
    [InlineData("Timer", "interval", "00:00:00", "不能短于一秒")]
    [InlineData("StartAt", "dateTime", "soon", "时间无法识别")]
    public async Task What_can_never_start_it_is_refused_with_its_place(string type, string input, string value, string reason)
    {
        var refused = await Assert.ThrowsAsync<DefinitionRefusedException>(() => TriggerAsync(type, input, Literal(value)));

        Assert.StartsWith("$.root.activities[0]：", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<StoredTrigger> TriggerAsync(string type, string input, JsonObject value)
    {
        var activity = Activity(type, "start", (input, value));
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        var definition = new DefinitionReader(new ActivityRegistry()).Read(Definition(Sequence("all", activity)).ToJsonString());
        return Assert.Single(await new TriggerIndexer(new FakeTimeProvider()).IndexAsync(definition, CancellationToken.None));
    }
}
