using DocFlow.Office.People;

namespace DocFlow.Office.Desks;

/// <summary>Who acts on a seat.</summary>
/// <param name="OnBehalfOf">The seat's person when the actor stands in (代).</param>
internal sealed record SeatHolding(Person Actor, string? OnBehalfOf);
