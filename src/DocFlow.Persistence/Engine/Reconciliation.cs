using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Repairs;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class Reconciliation(DocFlowDbContext database, WorkItemBookmark bookmark) : IReconciliation
{
    public async Task<IReadOnlyList<Discrepancy>> FindAsync(CancellationToken cancellationToken)
    {
        var items = await database.WorkItems.AsNoTracking().Where(item => item.ClosedAt == null)
            .Select(item => new { item.Id, item.InstanceId, item.DocumentId, item.Document!.Title, item.StepName }).ToListAsync(cancellationToken);
        var places = await database.Set<BookmarkRow>().AsNoTracking().Where(row => row.Name == bookmark.Name)
            .Join(database.Set<InstanceRow>().Where(row => row.Status == WorkflowStatus.Running), row => row.InstanceId, row => row.Id, (row, instance) => new { row.Id, row.InstanceId, row.Hash, row.CorrelationId })
            .ToListAsync(cancellationToken);

        // What is still to be delivered of a document will change where it waits.
        var queued = (await database.OutboxMessages.AsNoTracking().Where(message => message.State != OutboxState.Done && message.DocumentId != null)
            .Select(message => message.DocumentId!).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var waiting = places.Select(place => (place.InstanceId, place.Hash)).ToHashSet();
        var asked = items.Select(item => (item.InstanceId, bookmark.HashOf(item.Id))).ToHashSet();
        var orphans = places.FindAll(place => !queued.Contains(place.CorrelationId) && !asked.Contains((place.InstanceId, place.Hash)));

        // A document that was voided leaves its procedure where it stood. The procedure's correlation is its document.
        var ids = orphans.ConvertAll(place => place.CorrelationId);
        var documents = await database.Documents.AsNoTracking().Where(document => ids.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => (document.Title, document.State), cancellationToken);
        return
        [
            .. items.Where(item => !queued.Contains(item.DocumentId) && !waiting.Contains((item.InstanceId, bookmark.HashOf(item.Id))))
                .Select(item => new Discrepancy(Discrepancy.NoEngineState, item.InstanceId, item.DocumentId, item.Title, item.StepName, item.Id, null)),
            .. orphans.Select(place => (Place: place, IsKnown: documents.TryGetValue(place.CorrelationId, out var document), Document: document))
                .Where(found => !found.IsKnown || found.Document.State != DocumentState.Void)
                .Select(found => new Discrepancy(
                    Discrepancy.NoWorkItem, found.Place.InstanceId, found.IsKnown ? found.Place.CorrelationId : null, found.IsKnown ? found.Document.Title : null, null, null, found.Place.Id)),
        ];
    }
}
