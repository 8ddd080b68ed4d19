using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Dossiers;

/// <summary>The one place that decides who may read or change a document.</summary>
internal sealed class DocumentAccess(IOfficeData data, OfficeDirectory directory)
{
    /// <summary>The document with its drafts and opinions, for those who work on it; for others it is as if there were none.</summary>
    public async Task<Document> ReadableAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var (document, isInside) = await SeenAsync(personId, documentId, cancellationToken);
        return isInside ? document : throw RefusalException.NotFound("这份公文");
    }

    /// <summary>
    /// The document, for those who work on it and for those who receive it. A recipient sees what was issued, not how it came to be:
    /// <c>IsInside</c> is false.
    /// </summary>
    public async Task<(Document Document, bool IsInside)> SeenAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var document = await data.Documents.Include(row => row.Drafter).Include(row => row.DrafterUnit)
            .SingleOrDefaultAsync(row => row.Id == documentId, cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (await IsInsideAsync(personId, document, cancellationToken))
            return (document, true);
        return await ReceivesAsync(personId, documentId, cancellationToken) ? (document, false) : throw RefusalException.NotFound("这份公文");
    }

    // The drafter, who has or had a seat (or stands in for its post), the head of the drafter's unit and the registry once it was sent for review;
    // a delegate while the work that was delegated is open.
    private async Task<bool> IsInsideAsync(string personId, Document document, CancellationToken cancellationToken)
    {
        if (document.DrafterId == personId)
            return true;
        var posts = (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken))
            .Select(appointment => appointment.Post!).ToList();
        if (document.InstanceId is not null && posts.Any(post =>
                post.Duties.HasFlag(PostDuties.Registry) || (post.Duties.HasFlag(PostDuties.Head) && post.UnitId == document.DrafterUnitId)))
            return true;

        var postIds = posts.Select(post => post.Id).ToList();
        var principals = await directory.PrincipalsAsync(personId, cancellationToken);
        return await data.Seats.AnyAsync(
            seat => seat.WorkItem!.DocumentId == document.Id
                && (seat.PersonId == personId || seat.DecidedById == personId || (seat.PostId != null && postIds.Contains(seat.PostId))
                    || (principals.Contains(seat.PersonId) && seat.State == SeatState.Open
                        && seat.WorkItem.StepKind != StepKind.Sign && seat.WorkItem.StepKind != StepKind.Seal)),
            cancellationToken);
    }

    private async Task<bool> ReceivesAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var units = await ReceivingUnitsAsync(personId, cancellationToken);
        return await data.Distributions.AnyAsync(
            distribution => distribution.DocumentId == documentId
                && distribution.Receipts.Any(receipt => receipt.UnitId != null && units.Contains(receipt.UnitId)),
            cancellationToken);
    }

    /// <summary>The units that a person signs for (签收).</summary>
    public async Task<IReadOnlyList<string>> ReceivingUnitsAsync(string personId, CancellationToken cancellationToken) =>
        ReceivingUnits(await directory.InForce().Where(appointment => appointment.PersonId == personId)
            .Select(appointment => appointment.Post!).ToListAsync(cancellationToken));

    public Task<bool> IsRegistryAsync(string personId, CancellationToken cancellationToken) => directory.InForce()
        .AnyAsync(appointment => appointment.PersonId == personId && (appointment.Post!.Duties & PostDuties.Registry) != 0, cancellationToken);

    /// <summary>The drafter before review; whoever holds an open seat that writes or reviews (or is the holder's delegate) while it runs; nobody once it is signed.</summary>
    public async Task<bool> MayEditAsync(string personId, Document document, CancellationToken cancellationToken) => document.State switch
    {
        DocumentState.Draft => document.DrafterId == personId,
        DocumentState.Running => await MayEditRunningAsync(personId, document, cancellationToken),
        _ => false,
    };

    private async Task<bool> MayEditRunningAsync(string personId, Document document, CancellationToken cancellationToken)
    {
        List<string> people = [personId, .. await directory.PrincipalsAsync(personId, cancellationToken)];
        return await data.Seats.AnyAsync(
            seat => seat.WorkItem!.DocumentId == document.Id && people.Contains(seat.PersonId) && seat.State == SeatState.Open
                && (seat.WorkItem.StepKind == StepKind.Draft || seat.WorkItem.StepKind == StepKind.Review),
            cancellationToken);
    }

    private static List<string> ReceivingUnits(IEnumerable<Post> posts) =>
        posts.Where(post => post.Duties.HasFlag(PostDuties.Receive)).Select(post => post.UnitId).Distinct().ToList();
}
