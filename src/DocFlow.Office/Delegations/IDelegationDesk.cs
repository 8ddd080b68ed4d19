namespace DocFlow.Office.Delegations;

/// <summary>
/// Leaving one's work to another for a time (委托代理). While it is in force the delegate finds the work in 待办 and does it as 代 ×××; 签发 and 用印 belong to the post and
/// are never delegated. Each call saves by itself, with its event and notices.
/// </summary>
public interface IDelegationDesk
{
    /// <summary>From the actor to another: at most one at a time, none on from a delegate, at most 90 days, not in the past.</summary>
    /// <returns>The delegation's id; the same for the same press repeated.</returns>
    Task<string> CreateAsync(string actorId, DelegationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends the actor's own delegation now; one that has ended stays as it is.</summary>
    Task RevokeAsync(string actorId, string delegationId, CancellationToken cancellationToken = default);

    /// <summary>What the actor gave and was given, latest first.</summary>
    Task<IReadOnlyList<DelegationRow>> ListAsync(string actorId, CancellationToken cancellationToken = default);

    /// <summary>The names of those whose work the actor does now (代 ×××), in the organisation's order.</summary>
    Task<IReadOnlyList<string>> PrincipalsAsync(string actorId, CancellationToken cancellationToken = default);
}
