using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DocFlow.Persistence;

/// <summary>Writes who has to do with a document with the document itself, the seats and the readers' places that say so, whoever made or changed them.</summary>
internal static class SightKeeping
{
    public static async Task KeepAsync(DocFlowDbContext database, IReadOnlyList<EntityEntry> places, CancellationToken cancellationToken)
    {
        if (places.Count == 0)
            return;
        var detects = database.ChangeTracker.AutoDetectChangesEnabled;
        // They were detected just now; each look at the tracker would do it again.
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var place in places)
                await KeepAsync(database, place, cancellationToken);
        }
        finally
        {
            database.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static async Task KeepAsync(DocFlowDbContext database, EntityEntry place, CancellationToken cancellationToken)
    {
        if (place is { Entity: Document moved, State: EntityState.Modified } && place.Property(nameof(Document.ProcedureId)).IsModified)
        {
            foreach (var sight in await database.DocumentSights.Where(sight => sight.DocumentId == moved.Id).ToListAsync(cancellationToken))
                sight.ProcedureId = moved.ProcedureId;
        }

        if (place.Entity is CirculationSheet sheet)
        {
            if (place.State is EntityState.Modified && place.Property(nameof(CirculationSheet.SenderId)).OriginalValue is string sender && sender != sheet.SenderId)
                await HandOnAsync(database, sheet, sender, cancellationToken);
            return;
        }

        var before = place.State is EntityState.Added ? [] : Viewers(place.Entity, place.OriginalValues);
        var after = place.State is EntityState.Deleted ? [] : Viewers(place.Entity, place.CurrentValues);
        if (before.SetEquals(after))
            return;
        var (sourceId, document) = await SourceAsync(database, place.Entity, cancellationToken);
        foreach (var gone in before.Except(after))
        {
            var entry = EntryOf(database, gone, document, sourceId);
            entry.State = entry.State is EntityState.Added ? EntityState.Detached : EntityState.Deleted;
        }

        foreach (var come in after.Except(before))
        {
            // A save that failed and is tried again has them already.
            var entry = EntryOf(database, come, document, sourceId);
            entry.State = entry.State is EntityState.Detached or EntityState.Added ? EntityState.Added : EntityState.Unchanged;
        }
    }

    // Whoever sends a sheet works on the document anyway; who takes it over may have nothing else of it.
    private static async Task HandOnAsync(DocFlowDbContext database, CirculationSheet sheet, string before, CancellationToken cancellationToken)
    {
        if (await database.DocumentSights.FindAsync([before, sheet.DocumentId, sheet.Id], cancellationToken) is { } gone)
            database.Entry(gone).State = EntityState.Deleted;
        var come = EntryOf(database, sheet.SenderId, (await database.Documents.FindAsync([sheet.DocumentId], cancellationToken))!, sheet.Id);
        come.State = come.State is EntityState.Detached or EntityState.Added ? EntityState.Added : EntityState.Unchanged;
    }

    private static async Task<(string SourceId, Document Document)> SourceAsync(DocFlowDbContext database, object place, CancellationToken cancellationToken)
    {
        if (place is Document own)
            return (own.Id, own);
        if (place is Seat seat)
        {
            var item = (seat.WorkItem ?? await database.WorkItems.FindAsync([seat.WorkItemId], cancellationToken))!;
            return (seat.Id, (item.Document ?? await database.Documents.FindAsync([item.DocumentId], cancellationToken))!);
        }

        var reader = (CirculationReader)place;
        var sheet = (reader.Sheet ?? await database.CirculationSheets.FindAsync([reader.SheetId], cancellationToken))!;
        return (reader.Id, (await database.Documents.FindAsync([sheet.DocumentId], cancellationToken))!);
    }

    private static EntityEntry EntryOf(DocFlowDbContext database, string viewerId, Document document, string sourceId) =>
        database.DocumentSights.Local.FindEntryUntyped([viewerId, document.Id, sourceId])
        ?? database.Entry(new DocumentSight { ViewerId = viewerId, DocumentId = document.Id, SourceId = sourceId, ProcedureId = document.ProcedureId });

    private static HashSet<string> Viewers(object place, PropertyValues values)
    {
        if (place is Document)
            return [values.GetValue<string>(nameof(Document.DrafterId))];
        var viewers = new HashSet<string> { values.GetValue<string>(nameof(Seat.PersonId)) };
        if (place is Seat)
        {
            foreach (var name in new[] { nameof(Seat.PostId), nameof(Seat.DecidedById) })
            {
                if (values.GetValue<string?>(name) is { } viewer)
                    viewers.Add(viewer);
            }
        }

        return viewers;
    }
}
