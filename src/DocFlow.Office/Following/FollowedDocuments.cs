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
        var followed = data.Follows.AsNoTracking().Where(follow => follow.PersonId == personId)
            .Join(await access.InsideAsync(personId, cancellationToken), follow => follow.DocumentId, document => document.Id, (follow, document) => new { follow.At, Document = document });
        var found = await followed.OrderByDescending(row => row.At).ThenBy(row => row.Document.Id).Skip(Paging.Skip(page, size)).Take(size)
            .Select(row => new FollowRow(
                row.Document.Id, row.Document.Title, row.Document.Kind, row.Document.Number, row.Document.Urgency, row.Document.State, row.At, Whereabouts.Nowhere))
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(found.Select(row => row.DocumentId), cancellationToken);
        return new Paged<FollowRow>(found.ConvertAll(row => row with { Now = now(row.DocumentId) }), await Paging.CountAsync(followed, cancellationToken));
    }
}
