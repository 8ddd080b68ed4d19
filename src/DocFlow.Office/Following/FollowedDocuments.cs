using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Queries;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Following;

/// <inheritdoc />
internal sealed class FollowedDocuments(IOfficeData data, FreshRows rows, DocumentAccess access, WhereaboutsReader whereabouts, OfficeClock clock) : IFollowing
{
    public async Task FollowAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        await access.ReadableAsync(personId, documentId, cancellationToken);
        await rows.ActAsync(async () =>
        {
            if (await IsFollowedAsync(personId, documentId, cancellationToken))
                return 0;
            data.Follows.Add(new Follow { PersonId = personId, DocumentId = documentId, At = clock.Now });
            return await data.SaveChangesAsync(cancellationToken);
        });
    }

    public Task LeaveAsync(string personId, string documentId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        if (await data.Follows.FindAsync([personId, documentId], cancellationToken) is not { } follow)
            return 0;
        data.Follows.Remove(follow);
        return await data.SaveChangesAsync(cancellationToken);
    });

    public Task<bool> IsFollowedAsync(string personId, string documentId, CancellationToken cancellationToken = default) =>
        data.Follows.AnyAsync(follow => follow.PersonId == personId && follow.DocumentId == documentId, cancellationToken);

    public async Task<Paged<FollowRow>> ListAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var followed = await access.FollowedAsync(personId, cancellationToken);
        var ids = await followed.OrderByDescending(follow => follow.At).ThenByDescending(follow => follow.DocumentId).Skip(Paging.Skip(page, size)).Take(size)
            .Select(follow => follow.DocumentId).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return new Paged<FollowRow>([], await Paging.CountAheadAsync(followed, page, size, cancellationToken));
        // Only the page's documents are looked up, however many come before them.
        var found = await data.Follows.Where(follow => follow.PersonId == personId && ids.Contains(follow.DocumentId))
            .Join(data.Documents, follow => follow.DocumentId, document => document.Id, (follow, document) => new FollowRow(
                document.Id, document.Title, document.Kind, document.Number, document.Urgency, document.State, follow.At, Whereabouts.Nowhere))
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(ids, cancellationToken);
        return new Paged<FollowRow>(
            [.. found.OrderBy(row => ids.IndexOf(row.DocumentId)).Select(row => row with { Now = now(row.DocumentId) })], await Paging.CountAheadAsync(followed, page, size, cancellationToken));
    }
}
