namespace DocFlow.Office.Events;

/// <summary>The first break in the event chain.</summary>
/// <param name="Sequence">The event's number.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
public sealed record ChainFinding(long Sequence, string Message);
