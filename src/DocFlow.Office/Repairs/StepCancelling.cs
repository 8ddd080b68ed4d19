using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Repairs;

/// <summary>Closes work items that nobody needs any more, without going on from them. Only adds to the context.</summary>
internal sealed class StepCancelling(IOfficeData data, OfficeClock clock)
{
    public const string Outcome = "取消";

    /// <summary>The open work items of an instance with seats and holders.</summary>
    public Task<List<WorkItem>> OpenAsync(string instanceId, CancellationToken cancellationToken) =>
        data.WorkItems.Include(item => item.Seats).ThenInclude(seat => seat.Person).Where(item => item.InstanceId == instanceId && item.ClosedAt == null)
            .OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);

    public void Cancel(WorkItem item)
    {
        foreach (var seat in item.Seats.Where(seat => seat.IsPending))
            seat.State = SeatState.Withdrawn;
        (item.ClosedAt, item.Outcome) = (clock.Now, Outcome);

        // A decision in this instant changes the item too, and one of the two has to look again.
        item.SeatChanges++;
    }
}
