using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>The work items of a document with their seats and holders. In two queries: joined, they would walk through all seats.</summary>
internal sealed class StepVisits(IOfficeData data)
{
    public Task<List<WorkItem>> OfInstanceAsync(string instanceId, CancellationToken cancellationToken) =>
        ReadAsync(data.WorkItems.Where(item => item.InstanceId == instanceId), cancellationToken);

    public Task<List<WorkItem>> OfDocumentAsync(string documentId, CancellationToken cancellationToken) =>
        ReadAsync(data.WorkItems.Where(item => item.DocumentId == documentId), cancellationToken);

    /// <summary>Lets a work item's seats know their holders.</summary>
    public Task LoadHoldersAsync(IEnumerable<Seat> seats, CancellationToken cancellationToken)
    {
        var ids = seats.Select(seat => seat.PersonId).Distinct().ToList();
        return data.People.Where(person => ids.Contains(person.Id)).LoadAsync(cancellationToken);
    }

    private async Task<List<WorkItem>> ReadAsync(IQueryable<WorkItem> which, CancellationToken cancellationToken)
    {
        var items = await which.Include(item => item.Seats).ToListAsync(cancellationToken);
        await LoadHoldersAsync(items.SelectMany(item => item.Seats), cancellationToken);
        return items;
    }
}
