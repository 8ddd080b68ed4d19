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
        var follows = await followed.OrderByDescending(follow => follow.At).ThenByDescending(follow => follow.DocumentId).Skip(Paging.Skip(page, size)).Take(size)
            .Select(follow => new { follow.DocumentId, follow.At }).ToListAsync(cancellationToken);
        var count = await Paging.CountAheadAsync(followed, page, size, cancellationToken);
        if (follows.Count == 0)
            return new Paged<FollowRow>([], count);
        // The documents alone, by their ids: joined with what the person follows, SQLite may walk all of that.
        var ids = follows.ConvertAll(follow => follow.DocumentId);
        var documents = await data.Documents.AsNoTracking().Where(document => ids.Contains(document.Id))
            .Select(document => new { document.Id, document.Title, document.Kind, document.Number, document.Urgency, document.State })
            .ToDictionaryAsync(document => document.Id, cancellationToken);
        var now = await whereabouts.OfAsync(ids, cancellationToken);
        return new Paged<FollowRow>(
            follows.ConvertAll(follow =>
            {
                var document = documents[follow.DocumentId];
                return new FollowRow(document.Id, document.Title, document.Kind, document.Number, document.Urgency, document.State, follow.At, now(document.Id));
            }), count);
    }
}
