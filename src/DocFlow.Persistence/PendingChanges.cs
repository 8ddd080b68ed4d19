using DocFlow.Office;
using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DocFlow.Persistence;

/// <summary>What a save is about to write.</summary>
/// <param name="Events">Events in the order they were added.</param>
/// <param name="Places">Documents, seats, circulations and readers' places that come, change or go.</param>
/// <param name="Moved">Work items that fall due at another time.</param>
internal sealed record PendingChanges(IReadOnlyList<OfficeEvent> Events, bool HasMessages, IReadOnlyList<EntityEntry> Places, IReadOnlyList<WorkItem> Moved)
{
    /// <summary>Raises the versions of changed rows and refuses a change of an event.</summary>
    public static PendingChanges Prepare(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        var detects = tracker.AutoDetectChangesEnabled;
        // Each look at the tracker would do it again.
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return Collect(tracker);
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static PendingChanges Collect(ChangeTracker tracker)
    {
        var events = new List<OfficeEvent>();
        var places = new List<EntityEntry>();
        var moved = new List<WorkItem>();
        var hasMessages = false;
        foreach (var entry in tracker.Entries())
        {
            if (entry.Entity is OfficeEvent record && entry.State is not EntityState.Unchanged)
            {
                if (entry.State is not EntityState.Added)
                    throw new InvalidOperationException("An office event is never changed or deleted.");
                events.Add(record);
            }

            if (entry is { Entity: Document or Seat or CirculationReader or CirculationSheet, State: EntityState.Added or EntityState.Modified or EntityState.Deleted })
                places.Add(entry);
            if (entry is { Entity: WorkItem item, State: EntityState.Modified } && entry.Property(nameof(WorkItem.DueAt)).IsModified)
                moved.Add(item);
            hasMessages |= entry is { Entity: OutboxMessage { State: OutboxState.Waiting }, State: EntityState.Added or EntityState.Modified };
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified })
                versioned.Version = (int)entry.OriginalValues[nameof(IVersioned.Version)]! + 1;
        }

        return new PendingChanges(events.OrderBy(record => record.Sequence).ToList(), hasMessages, places, moved);
    }
}
