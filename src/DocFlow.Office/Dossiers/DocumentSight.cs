namespace DocFlow.Office.Dossiers;

/// <summary>
/// That a person, or whoever holds a post, has to do with a document, and by which seat or reader's place, or as whose document it is. Written with that in one transaction:
/// what somebody works on is found from the person, however many documents others have.
/// </summary>
public sealed class DocumentSight
{
    /// <summary>A person or a post.</summary>
    public required string ViewerId { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>The document's procedure, as the document says it; null while it is in none.</summary>
    public string? ProcedureId { get; set; }

    /// <summary>The seat, the circulation's reader, or the circulation for who took it over; the document for whose it is.</summary>
    public required string SourceId { get; init; }
}
