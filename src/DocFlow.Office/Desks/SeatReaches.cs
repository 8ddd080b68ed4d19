using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <summary>Finds out which seats a person may act on now.</summary>
internal sealed class SeatReaches(OfficeDirectory directory)
{
    public async Task<SeatReach> OfAsync(string personId, CancellationToken cancellationToken)
    {
        var posts = await directory.InForce().Where(appointment => appointment.PersonId == personId && appointment.IsActing)
            .Select(appointment => appointment.PostId).ToListAsync(cancellationToken);
        return new SeatReach(personId, posts, await directory.PrincipalsAsync(personId, cancellationToken));
    }
}
