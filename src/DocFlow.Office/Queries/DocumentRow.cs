using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>A document in a list.</summary>
/// <param name="Now">Where it is now, and with whom.</param>
public sealed record DocumentRow(
    string DocumentId,
    string Title,
    string Kind,
    DocumentState State,
    string? Number,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Whereabouts Now);
