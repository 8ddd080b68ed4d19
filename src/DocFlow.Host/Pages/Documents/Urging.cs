namespace DocFlow.Host.Pages.Documents;

/// <summary>What is said to whom.</summary>
/// <param name="SeatId">One seat; null for all open ones.</param>
internal sealed record Urging(string Text, string? SeatId);
