namespace DocFlow.Office.Delegations;

/// <summary>A delegation in a list.</summary>
/// <param name="IsGiven">The reader gave it; otherwise was given it.</param>
/// <param name="IsInForce">It holds now.</param>
/// <param name="MayRevoke">The reader gave it and it hasn't ended.</param>
public sealed record DelegationRow(
    string Id, string FromName, string ToName, DateTimeOffset From, DateTimeOffset To, string Reason, bool IsGiven, bool IsInForce, bool MayRevoke);
