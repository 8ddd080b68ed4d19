namespace DocFlow.Office.Queries;

/// <summary>A step that a seat may return a document to.</summary>
/// <param name="NodeId">Null for the drafter; otherwise what <c>SeatAnswer.ReturnTo</c> takes.</param>
public sealed record ReturnChoice(string? NodeId, string StepName);
