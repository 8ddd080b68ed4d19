namespace DocFlow.Office.Repairs;

/// <summary>What fails, with its reason, and what an administrator does about it. Each act saves by itself, with its event.</summary>
public interface IFaultDesk
{
    /// <summary>Bursts that failed, timers and deadlines that were given up, hand-overs that couldn't be done; the oldest first.</summary>
    Task<IReadOnlyList<FaultRow>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Tries it again at once; nothing happens to what was done meanwhile.</summary>
    Task RetryAsync(string account, string id, CancellationToken cancellationToken = default);

    /// <summary>Passes the step that failed by rule, with the reason in the trace, or leaves a deadline undone. Never a signature, number, seal or distribution.</summary>
    Task SkipAsync(string account, string id, string reason, CancellationToken cancellationToken = default);

    /// <summary>Appoints somebody to the post that nobody holds, then tries again.</summary>
    Task RepairAsync(string account, string id, string postId, string personId, string reason, CancellationToken cancellationToken = default);
}
