using DocFlow.Office;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DocFlow.Persistence;

/// <summary>What a save is about to write.</summary>
/// <param name="Events">Events in the order they were added.</param>
internal sealed record PendingChanges(IReadOnlyList<OfficeEvent> Events, bool HasMessages)
{
    /// <summary>Raises the versions of changed rows and refuses a change of an event.</summary>
    public static PendingChanges Prepare(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        var events = new List<OfficeEvent>();
        var hasMessages = false;
        foreach (var entry in tracker.Entries())
        {
            if (entry.Entity is OfficeEvent record && entry.State is not EntityState.Unchanged)
            {
                if (entry.State is not EntityState.Added)
                    throw new InvalidOperationException("An office event is never changed or deleted.");
                events.Add(record);
            }

            hasMessages |= entry is { Entity: OutboxMessage { State: OutboxState.Waiting }, State: EntityState.Added or EntityState.Modified };
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified })
                versioned.Version = (int)entry.OriginalValues[nameof(IVersioned.Version)]! + 1;
        }

        return new PendingChanges(events.OrderBy(record => record.Sequence).ToList(), hasMessages);
    }
}
