using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence;

/// <summary>Writes on each seat when its work falls due, with the seat and whenever that changes, whoever changes it.</summary>
internal static class DueKeeping
{
    public static async Task KeepAsync(DocFlowDbContext database, PendingChanges changes, CancellationToken cancellationToken)
    {
        foreach (var entry in changes.Places)
        {
            if (entry is { Entity: Seat seat, State: EntityState.Added })
                Set(database, seat, (seat.WorkItem ?? await database.WorkItems.FindAsync([seat.WorkItemId], cancellationToken))!);
        }

        foreach (var item in changes.Moved)
        {
            foreach (var seat in await database.Seats.Where(seat => seat.WorkItemId == item.Id).ToListAsync(cancellationToken))
                Set(database, seat, item);
        }
    }

    private static void Set(DocFlowDbContext database, Seat seat, WorkItem item) =>
        database.Entry(seat).Property(row => row.DueOrder).CurrentValue = item.DueAt ?? Seat.WithoutDue;
}
