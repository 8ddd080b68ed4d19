using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>A document in a list.</summary>
/// <param name="WaitsFor">The open step's name, null when none is open.</param>
public sealed record DocumentRow(
    string DocumentId,
    string Title,
    string Kind,
    DocumentState State,
    string? Number,
    string? WaitsFor,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
