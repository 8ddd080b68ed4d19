using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DocFlow.Office.Time;

namespace DocFlow.Office.Events;

/// <summary>Adds events to the context: they are saved with the act, or not at all.</summary>
internal sealed class EventLog(IOfficeData data, OfficeClock clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private long _added;

    public void Add(ActRecord act)
    {
        var now = clock.Now;
        data.Events.Add(new OfficeEvent
        {
            Id = OfficeId.New(now),
            Sequence = ++_added,
            At = now,
            Act = act.Act,
            ActorId = act.Actor?.Id,
            ActorName = act.Actor?.Name ?? act.Account ?? "系统",
            PostShown = act.PostShown,
            OnBehalfOf = act.OnBehalfOf,
            DocumentId = act.DocumentId,
            StepName = act.StepName,
            Opinion = act.Opinion,
            ContentHash = act.ContentHash,
            VersionOrdinal = act.VersionOrdinal,
            DetailJson = act.Detail.Count == 0 ? null : JsonSerializer.Serialize(act.Detail, Json),
        });
    }
}
