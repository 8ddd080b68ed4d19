using DocFlow.Office.Dossiers;
using DocFlow.Office.Queries;

namespace DocFlow.Office.Following;

/// <summary>A followed document in a list.</summary>
public sealed record FollowRow(
    string DocumentId, string Title, string Kind, string? Number, string? Urgency, DocumentState State, DateTimeOffset FollowedAt, Whereabouts Now);
