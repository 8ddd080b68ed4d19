using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Dossiers;

/// <summary>The one place that decides who may read or change a document.</summary>
internal sealed class DocumentAccess(IOfficeData data, OfficeDirectory directory)
{
    /// <summary>The document, when it concerns the person; otherwise it is as if there were none.</summary>
    public async Task<Document> ReadableAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var document = await data.Documents.Include(row => row.Drafter).Include(row => row.DrafterUnit)
            .SingleOrDefaultAsync(row => row.Id == documentId, cancellationToken);
        if (document is null || !await MayReadAsync(personId, document, cancellationToken))
            throw RefusalException.NotFound("这份公文");
        return document;
    }

    /// <summary>
    /// The drafter, who has or had a seat (or stands in for its post), the head of the drafter's unit and the registry once it was sent for review,
    /// and whoever receives for a unit that it was distributed to.
    /// </summary>
    public async Task<bool> MayReadAsync(string personId, Document document, CancellationToken cancellationToken)
    {
        if (document.DrafterId == personId)
            return true;
        var posts = (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken))
            .Select(appointment => appointment.Post!).ToList();
        if (document.InstanceId is not null && posts.Any(post =>
                post.Duties.HasFlag(PostDuties.Registry) || (post.Duties.HasFlag(PostDuties.Head) && post.UnitId == document.DrafterUnitId)))
            return true;

        var postIds = posts.Select(post => post.Id).ToList();
        if (await data.Seats.AnyAsync(
                seat => seat.WorkItem!.DocumentId == document.Id
                    && (seat.PersonId == personId || seat.DecidedById == personId || (seat.PostId != null && postIds.Contains(seat.PostId))),
                cancellationToken))
            return true;
        var units = ReceivingUnits(posts);
        return await data.Distributions.AnyAsync(
            distribution => distribution.DocumentId == document.Id
                && distribution.Receipts.Any(receipt => receipt.UnitId != null && units.Contains(receipt.UnitId)),
            cancellationToken);
    }

    /// <summary>The units that a person signs for (签收).</summary>
    public async Task<IReadOnlyList<string>> ReceivingUnitsAsync(string personId, CancellationToken cancellationToken) =>
        ReceivingUnits(await directory.InForce().Where(appointment => appointment.PersonId == personId)
            .Select(appointment => appointment.Post!).ToListAsync(cancellationToken));

    public Task<bool> IsRegistryAsync(string personId, CancellationToken cancellationToken) => directory.InForce()
        .AnyAsync(appointment => appointment.PersonId == personId && (appointment.Post!.Duties & PostDuties.Registry) != 0, cancellationToken);

    /// <summary>The drafter before review; whoever holds an open seat that writes or reviews while it runs; nobody once it is signed.</summary>
    public async Task<bool> MayEditAsync(string personId, Document document, CancellationToken cancellationToken) => document.State switch
    {
        DocumentState.Draft => document.DrafterId == personId,
        DocumentState.Running => await data.Seats.AnyAsync(
            seat => seat.WorkItem!.DocumentId == document.Id && seat.PersonId == personId && seat.State == SeatState.Open
                && (seat.WorkItem.StepKind == StepKind.Draft || seat.WorkItem.StepKind == StepKind.Review),
            cancellationToken),
        _ => false,
    };

    private static List<string> ReceivingUnits(IEnumerable<Post> posts) =>
        posts.Where(post => post.Duties.HasFlag(PostDuties.Receive)).Select(post => post.UnitId).Distinct().ToList();
}
