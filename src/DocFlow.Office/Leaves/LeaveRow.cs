namespace DocFlow.Office.Leaves;

/// <summary>A leave in a list.</summary>
/// <param name="StandIns">Who gets the new work of the person's posts meanwhile: post and name.</param>
public sealed record LeaveRow(string Id, string PersonName, DateTimeOffset From, DateTimeOffset To, string Reason, bool IsInForce, bool IsOver, IReadOnlyList<string> StandIns);
