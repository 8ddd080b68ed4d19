using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Desks;

/// <summary>A document's current text for editing.</summary>
/// <param name="Version">To be given back when saving.</param>
/// <param name="VersionOrdinal">第n稿</param>
/// <param name="MayEdit">Whether this person may save now.</param>
public sealed record DraftReading(
    string DocumentId,
    string Title,
    DocumentState State,
    int Version,
    int VersionOrdinal,
    string SourceText,
    IReadOnlyList<string> AttachmentNames,
    bool IsNormative,
    IReadOnlyList<string> CosigningUnitIds,
    bool MayEdit,
    DateTimeOffset SavedAt);
