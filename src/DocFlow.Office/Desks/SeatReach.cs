using System.Linq.Expressions;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks;

/// <summary>The seats that a person may act on.</summary>
/// <param name="StandInPosts">Posts that the person stands in for (B角).</param>
/// <param name="Principals">People who have the person as their delegate now (委托代理).</param>
internal sealed record SeatReach(string PersonId, IReadOnlyList<string> StandInPosts, IReadOnlyList<string> Principals)
{
    /// <summary>The same as <see cref="Covers"/>, for a query; no longer than it must be, so that an index serves it.</summary>
    public Expression<Func<Seat, bool>> Filter => (StandInPosts.Count, Principals.Count) switch
    {
        (0, 0) => seat => seat.PersonId == PersonId,
        (_, 0) => seat => seat.PersonId == PersonId || (seat.PostId != null && StandInPosts.Contains(seat.PostId)),
        _ => seat => seat.PersonId == PersonId || (seat.PostId != null && StandInPosts.Contains(seat.PostId))
            || (Principals.Contains(seat.PersonId) && seat.WorkItem!.StepKind != StepKind.Sign && seat.WorkItem.StepKind != StepKind.Seal),
    };

    /// <summary>The same seats in parts that don't overlap: each is one range of an index.</summary>
    public IReadOnlyList<Expression<Func<Seat, bool>>> Ranges =>
    [
        seat => seat.PersonId == PersonId,
        .. StandInPosts.Distinct().Select(post => (Expression<Func<Seat, bool>>)(seat => seat.PostId == post && seat.PersonId != PersonId)),
        .. Principals.Distinct().Where(principal => principal != PersonId).Select(principal => (Expression<Func<Seat, bool>>)(seat => seat.PersonId == principal
            && (seat.PostId == null || !StandInPosts.Contains(seat.PostId)) && seat.WorkItem!.StepKind != StepKind.Sign && seat.WorkItem.StepKind != StepKind.Seal)),
    ];

    // To sign and to seal is the post's right: its stand-in has it, the person's delegate hasn't.
    public bool Covers(Seat seat) => seat.PersonId == PersonId
        || (seat.PostId is { } post && StandInPosts.Contains(post))
        || (Principals.Contains(seat.PersonId) && seat.WorkItem!.StepKind is not (StepKind.Sign or StepKind.Seal));
}
