using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using Timer = DocFlow.Elsa.Runtime.Activities.Timer;

namespace DocFlow.Elsa.Runtime.Triggers;

/// <summary>What starts a published definition.</summary>
/// <param name="NodeId">The activity that is marked to start the workflow.</param>
/// <param name="Hash">What stimuli are matched by, as for bookmarks.</param>
public sealed record StoredTrigger(string NodeId, string Name, string Hash, JsonNode? Payload)
{
    /// <summary>Whether time itself starts the definition.</summary>
    public bool IsScheduled => Name is Timer.TypeName or Cron.TypeName or StartAt.TypeName;

    /// <summary>
    /// The first time after an instant at which it starts the definition: the instant of publishing at first, then the last due time
    /// (or now, when what was missed is not to be made up for). Null when time doesn't start it, or never again.
    /// </summary>
    public DateTimeOffset? NextDue(DateTimeOffset after, TimeZoneInfo zone) => Name switch
    {
        Timer.TypeName when Payload.Deserialize<TimerTrigger>() is { } timer => timer.Interval > TimeSpan.Zero ? after + timer.Interval : null,
        Cron.TypeName when Payload.Deserialize<CronTrigger>() is { } cron => CronPlan.Parse(cron.CronExpression).NextAfter(after, zone),
        StartAt.TypeName when Payload.Deserialize<StartAtTrigger>() is { } once => once.ExecuteAt > after ? once.ExecuteAt : null,
        _ => null,
    };
}
