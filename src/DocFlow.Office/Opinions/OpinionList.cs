using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Opinions;

/// <summary>Reads the opinions on a document in the organisation's order.</summary>
internal sealed class OpinionList(IOfficeData data)
{
    /// <param name="kinds">The kinds of steps, in the order wanted.</param>
    public async Task<IReadOnlyList<OpinionRow>> OfAsync(string documentId, IReadOnlyList<StepKind> kinds, CancellationToken cancellationToken)
    {
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem).Include(seat => seat.Person)
            .Where(seat => seat.WorkItem!.DocumentId == documentId && kinds.Contains(seat.WorkItem.StepKind)
                && (seat.State == SeatState.Decided || seat.State == SeatState.PassedByRule))
            .ToListAsync(cancellationToken);
        var seatIds = seats.ConvertAll(seat => seat.Id);
        var answers = await data.OpinionAnswers.AsNoTracking().Where(answer => seatIds.Contains(answer.SeatId))
            .ToDictionaryAsync(answer => answer.SeatId, cancellationToken);
        var names = await NamesAsync([.. seats.Select(seat => seat.DecidedById).OfType<string>(), .. answers.Values.Select(answer => answer.AnsweredById)], cancellationToken);
        var posts = await PostsAsync(seats, cancellationToken);
        return
        [
            .. seats.Select(seat => (Seat: seat, Post: posts.GetValueOrDefault(seat.Id)))
                .OrderBy(entry => kinds.ToList().IndexOf(entry.Seat.WorkItem!.StepKind))
                .ThenBy(entry => entry.Post?.Unit!.Order ?? int.MaxValue).ThenBy(entry => entry.Post?.Order ?? int.MaxValue)
                .ThenBy(entry => entry.Seat.Person!.Order).ThenBy(entry => entry.Seat.DecidedAt).ThenBy(entry => entry.Seat.Id, StringComparer.Ordinal)
                .Select(entry => Row(entry.Seat, entry.Post, answers.GetValueOrDefault(entry.Seat.Id), names)),
        ];
    }

    private static OpinionRow Row(Seat seat, Post? post, OpinionAnswer? answer, Dictionary<string, string> names)
    {
        var isByOther = seat.DecidedById is { } decider && decider != seat.PersonId;
        return new OpinionRow(
            seat.Id, seat.WorkItem!.StepKind, seat.WorkItem.StepName,
            post?.Unit!.Name ?? seat.PostShown,
            isByOther ? names[seat.DecidedById!] : seat.Person!.Name,
            isByOther ? seat.Person!.Name : null,
            seat.DecidedAt ?? seat.WorkItem.OpenedAt,
            seat.Outcome ?? "", seat.Opinion, seat.VersionOrdinal,
            seat.State == SeatState.PassedByRule,
            answer?.Adoption, answer?.Reason, answer is null ? null : names[answer.AnsweredById], answer?.At) { SignatureHash = seat.SignatureHash, HandwritingHash = seat.HandwritingHash };
    }

    private Task<Dictionary<string, string>> NamesAsync(List<string> ids, CancellationToken cancellationToken) =>
        data.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);

    // A seat that was handed on or asked for is held by no post: it speaks for its person's own unit at that time.
    private async Task<Dictionary<string, Post>> PostsAsync(List<Seat> seats, CancellationToken cancellationToken)
    {
        var postIds = seats.Select(seat => seat.PostId).OfType<string>().ToList();
        var posts = await data.Posts.AsNoTracking().Include(post => post.Unit).Where(post => postIds.Contains(post.Id))
            .ToDictionaryAsync(post => post.Id, cancellationToken);
        var personIds = seats.Where(seat => seat.PostId is null).Select(seat => seat.PersonId).ToList();
        var appointments = await data.Appointments.AsNoTracking().Include(appointment => appointment.Post!.Unit)
            .Where(appointment => personIds.Contains(appointment.PersonId) && !appointment.IsActing).ToListAsync(cancellationToken);
        var found = new Dictionary<string, Post>();
        foreach (var seat in seats)
        {
            var post = seat.PostId is { } id
                ? posts.GetValueOrDefault(id)
                : appointments.Where(appointment => appointment.PersonId == seat.PersonId && appointment.From <= seat.DecidedAt && (appointment.To is null || appointment.To > seat.DecidedAt))
                    .OrderBy(appointment => appointment.From).ThenBy(appointment => appointment.Id, StringComparer.Ordinal).FirstOrDefault()?.Post;
            if (post is not null)
                found[seat.Id] = post;
        }

        return found;
    }
}
