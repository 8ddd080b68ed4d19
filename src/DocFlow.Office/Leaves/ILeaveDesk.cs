namespace DocFlow.Office.Leaves;

/// <summary>
/// Being away for a time (请假、离岗). Meanwhile new work of the person's posts goes to the post's stand-ins (B角), who may also do what was there before; a post without one keeps its work.
/// What others leave to a person by name is left to them by <c>IDelegationDesk</c>. Each call saves by itself, with its event and notices.
/// </summary>
public interface ILeaveDesk
{
    /// <summary>For oneself, or for somebody of the unit that one heads. Not in the past, at most a year, and not while another leave of the person lasts.</summary>
    /// <returns>The leave's id; the same for the same press repeated.</returns>
    Task<string> TakeAsync(string actorId, LeaveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Back earlier, or not gone at all (销假): by whoever may record it. One that is over stays as it is.</summary>
    Task EndAsync(string actorId, string leaveId, CancellationToken cancellationToken = default);

    /// <summary>The person's own leaves and those of the units that the person heads, latest first.</summary>
    Task<IReadOnlyList<LeaveRow>> ListAsync(string actorId, CancellationToken cancellationToken = default);
}
