using System.Text.Json;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Outbox;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Saves what a burst left - state, bookmarks with their due times, journal, events - with what its activities wrote, at once.</summary>
public sealed class BurstKeeper(DocFlowDbContext database, EventOutbox events)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static InstanceState Read(InstanceRow instance) => JsonSerializer.Deserialize<InstanceState>(instance.StateJson, Json)!;

    public static string Write(InstanceState state) => JsonSerializer.Serialize(state, Json);

    /// <exception cref="WorkflowFaultException">The burst faulted: it is not kept.</exception>
    public async Task KeepAsync(InstanceRow instance, BurstResult result, CancellationToken cancellationToken)
    {
        if (result.State.SubStatus == WorkflowSubStatus.Faulted)
            throw FaultOf(result.State.Incidents);
        instance.SubStatus = result.State.SubStatus.ToString();
        instance.CorrelationId = result.State.CorrelationId ?? "";
        instance.StateJson = Write(result.State);
        await KeepBookmarksAsync(instance, result.State, cancellationToken);
        foreach (var entry in result.Journal)
            database.Add(RowOf(instance.Id, entry));
        foreach (var published in result.Events)
            events.Add(new EventMessage(published.Id, published.Name, published.CorrelationId, published.InstanceId, published.Payload is null ? null : JsonSerializer.Serialize(published.Payload, Json)));
        await database.SaveChangesAsync(cancellationToken);
    }

    // What an activity says to people is Chinese; anything else is an exception's own words.
    private static WorkflowFaultException FaultOf(IReadOnlyCollection<Incident> incidents) => new(
        string.Join(" ", incidents.Select(incident => $"{incident.ActivityId}: {incident.Message}{Environment.NewLine}{incident.Exception}")),
        string.Join(" ", incidents.Select(incident => incident.Message).Where(message => message.Any(character => character is >= '\u4E00' and <= '\u9FFF'))));

    private async Task KeepBookmarksAsync(InstanceRow instance, InstanceState state, CancellationToken cancellationToken)
    {
        var open = state.Bookmarks.ToDictionary(bookmark => bookmark.Id);
        var rows = await database.Set<BookmarkRow>().Where(row => row.InstanceId == instance.Id).ToListAsync(cancellationToken);
        database.RemoveRange(rows.Where(row => !open.ContainsKey(row.Id)));
        foreach (var row in rows.Where(row => open.ContainsKey(row.Id)))
            row.CorrelationId = instance.CorrelationId;
        foreach (var bookmark in open.Values.ExceptBy(rows.Select(row => row.Id), bookmark => bookmark.Id))
        {
            database.Add(new BookmarkRow
            {
                Id = bookmark.Id,
                InstanceId = instance.Id,
                CorrelationId = instance.CorrelationId,
                Name = bookmark.Name,
                Hash = bookmark.Hash,
                DueAt = bookmark.DueAt,
            });
        }
    }

    private static JournalRow RowOf(string instanceId, JournalEntry entry) => new()
    {
        InstanceId = instanceId,
        Sequence = entry.Sequence,
        At = entry.At,
        Event = entry.Event,
        NodeId = entry.NodeId,
        ActivityType = entry.ActivityType,
        DataJson = entry.Data is null ? null : JsonSerializer.Serialize(entry.Data, Json),
    };
}
