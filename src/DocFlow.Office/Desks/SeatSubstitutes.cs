using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <summary>
/// Finds who would do seats' work now in place of their people: the delegate (委托代理), and the stand-ins of the post (B角) while its holder is on leave or has it no longer.
/// </summary>
internal sealed class SeatSubstitutes(IOfficeData data, OfficeDirectory directory, OfficeClock clock)
{
    /// <param name="seats">With their work items, of which there may be several.</param>
    /// <returns>Persons by the seats that they would decide.</returns>
    public async Task<ILookup<Seat, string>> OfAsync(IReadOnlyCollection<Seat> seats, CancellationToken cancellationToken)
    {
        var (now, holders) = (clock.Now, seats.Select(seat => seat.PersonId).Distinct().ToList());
        var delegates = (await data.Delegations.Where(row => holders.Contains(row.FromPersonId) && row.From <= now && row.To > now)
            .Select(row => new { row.FromPersonId, row.ToPersonId }).ToListAsync(cancellationToken)).ToLookup(row => row.FromPersonId, row => row.ToPersonId);
        var posts = seats.Select(seat => seat.PostId).OfType<string>().Distinct().ToList();
        var inPost = (await directory.InForce().Where(row => posts.Contains(row.PostId))
            .Select(row => new { row.PostId, row.PersonId, row.IsActing }).ToListAsync(cancellationToken)).ToLookup(row => row.PostId);
        var away = await directory.OnLeaveAsync(holders, cancellationToken);
        return seats.SelectMany(seat => Of(seat).Where(person => person != seat.PersonId).Distinct(), (seat, person) => (seat, person)).ToLookup(found => found.seat, found => found.person);

        IEnumerable<string> Of(Seat seat)
        {
            // As in SeatReach: to sign and to seal is the post's right, which no delegate has.
            var found = seat.WorkItem!.StepKind is StepKind.Sign or StepKind.Seal ? [] : delegates[seat.PersonId];
            if (seat.PostId is not { } post || (!away.Contains(seat.PersonId) && inPost[post].Any(row => row.PersonId == seat.PersonId)))
                return found;
            return found.Concat(inPost[post].Where(row => row.IsActing).Select(row => row.PersonId));
        }
    }
}
