using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Triggers;
using DocFlow.Office.Time;

namespace DocFlow.Persistence.Engine;

/// <summary>When time starts a definition, on the office's clock.</summary>
internal sealed class TriggerSchedule(OfficeTime time, OfficeZone zone)
{
    /// <summary>The first due time of a trigger; null when time doesn't start it.</summary>
    public DateTimeOffset? FirstDue(StoredTrigger trigger) => trigger.NextDue(time.GetUtcNow(), zone.Zone);

    /// <summary>The due time after one that has come. What was missed meanwhile is not made up for.</summary>
    public DateTimeOffset? NextDue(TriggerRow row, DateTimeOffset due)
    {
        var trigger = new StoredTrigger(row.NodeId, row.Name, row.Hash, row.PayloadJson is null ? null : JsonNode.Parse(row.PayloadJson));
        var now = time.GetUtcNow();
        var next = trigger.NextDue(due, zone.Zone);
        return next <= now ? trigger.NextDue(now, zone.Zone) : next;
    }
}
