namespace DocFlow.Office.Delegations;

/// <summary>What a person asks for who will be away.</summary>
/// <param name="From">Today (from now on) or later.</param>
/// <param name="To">The end, exclusive.</param>
public sealed record DelegationRequest(string ToPersonId, DateTimeOffset From, DateTimeOffset To, string Reason);
