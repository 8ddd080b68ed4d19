namespace DocFlow.Office.Leaves;

/// <summary>From when until when somebody is away.</summary>
/// <param name="To">The end, exclusive.</param>
/// <param name="PersonId">Who; null for oneself.</param>
public sealed record LeaveRequest(DateTimeOffset From, DateTimeOffset To, string Reason, string? PersonId = null);
