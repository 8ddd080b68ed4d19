namespace DocFlow.Host.Pages.Documents;

/// <summary>What was typed for work that went away before it was sent.</summary>
/// <param name="Why">Who did what, where that is known.</param>
public sealed record LeftWords(string SeatId, string StepName, string? Why, string Words);
