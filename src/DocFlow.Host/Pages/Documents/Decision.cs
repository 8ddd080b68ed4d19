using DocFlow.Office.Desks;

namespace DocFlow.Host.Pages.Documents;

/// <summary>What a person pressed.</summary>
public sealed record Decision(string SeatId, SeatAnswer Answer);
