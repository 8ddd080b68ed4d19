using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>A seat in a list.</summary>
/// <param name="HolderName">The seat's person: another than the reader when the reader stands in.</param>
/// <param name="Now">Where the document is now, and with whom.</param>
/// <param name="Outcome">Null while open.</param>
public sealed record WorkRow(
    string SeatId,
    string DocumentId,
    string Title,
    string Kind,
    DocumentState State,
    string? Urgency,
    string StepName,
    string DrafterName,
    string HolderName,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt,
    string? Outcome,
    DateTimeOffset? DecidedAt,
    Whereabouts Now);
