using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Office.Outbox;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Saves what a burst left - state, bookmarks with their due times, history, events, children - with what its activities wrote, at once.</summary>
internal sealed class BurstKeeper(DocFlowDbContext database, EventOutbox events, WorkflowOutbox outbox, InstanceWatches watches, StimulusDelivery stimuli, BurstQueries queries, WorkflowActivation activation)
{
    private readonly List<BurstResult> _added = [];

    /// <summary>Adds what a burst left to the context; it is saved with all else that the context holds.</summary>
    /// <exception cref="WorkflowFaultException">A burst of the office faulted: it is not kept.</exception>
    public async Task AddAsync(InstanceRow instance, BurstResult result, CancellationToken cancellationToken)
    {
        if (instance.IsOffice && result.State.SubStatus == WorkflowSubStatus.Faulted)
            throw FaultOf(result.State.Incidents);
        _added.Add(result);
        instance.Take(result.State);
        await AddBookmarksAsync(instance, result.State, cancellationToken);
        database.Add(BurstRows.Of(instance.Id, result.Journal, result.Executions));
        foreach (var published in result.Events)
            events.Add(new EventMessage(published.Id, published.Name, published.CorrelationId, published.InstanceId, published.Payload is null ? null : EngineJson.WriteValue(published.Payload)) { Generation = published.Generation });
        foreach (var child in result.Children)
            outbox.Add(child);
        if (ChildCompletions.Of(result.State) is { } completion)
            outbox.Add(instance.Id, completion);
    }

    /// <summary>Adds and saves.</summary>
    public async Task KeepAsync(InstanceRow instance, BurstResult result, CancellationToken cancellationToken)
    {
        await AddAsync(instance, result, cancellationToken);
        if (activation.IsLimited)
            await database.InTransactionAsync(() => SaveLimitedAsync(cancellationToken), cancellationToken);
        else
            await database.SaveChangesAsync(cancellationToken);
        await TellAsync(cancellationToken);
    }

    /// <summary>After the commit: tells those who look on, and brings what had come before the instances waited for it.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var added = _added.ToArray();
        _added.Clear();
        foreach (var result in added)
            watches.Tell(result.State.Id, result.Executions);
        foreach (var result in added.Where(result => result.State is { Status: WorkflowStatus.Running, Bookmarks.Count: > 0 }))
            await stimuli.FindForAsync(database, result.State, cancellationToken);
    }

    private async Task<int> SaveLimitedAsync(CancellationToken cancellationToken)
    {
        await database.LockAsync(EngineLockRow.Activations, cancellationToken);
        await activation.ConfirmAsync(cancellationToken);
        return await database.SaveChangesAsync(cancellationToken);
    }

    // What an activity says to people is Chinese; anything else is an exception's own words.
    private static WorkflowFaultException FaultOf(IReadOnlyCollection<Incident> incidents) => new(
        string.Join(" ", incidents.Select(incident => $"{incident.ActivityId}: {incident.Message}{Environment.NewLine}{incident.Exception}")),
        string.Join(" ", incidents.Select(incident => incident.Message).Where(message => message.Any(character => character is >= '\u4E00' and <= '\u9FFF'))))
    {
        NodeId = incidents.FirstOrDefault()?.NodeId,
    };

    private async Task AddBookmarksAsync(InstanceRow instance, InstanceState state, CancellationToken cancellationToken)
    {
        // A faulted instance keeps its bookmarks in its state, but nothing comes through them any more.
        var open = state.Status == WorkflowStatus.Running ? state.Bookmarks.ToDictionary(bookmark => bookmark.Id) : [];
        List<BookmarkRow> rows = database.Entry(instance).State == EntityState.Added ? [] : await queries.Bookmarks(database, instance.Id).ToListAsync(cancellationToken);
        database.RemoveRange(rows.Where(row => !open.ContainsKey(row.Id)));
        foreach (var row in rows.Where(row => open.ContainsKey(row.Id)))
            row.CorrelationId = instance.CorrelationId;
        database.AddRange(open.Values.ExceptBy(rows.Select(row => row.Id), bookmark => bookmark.Id).Select(bookmark => BookmarkRows.Of(instance, bookmark)));
    }
}
