using DocFlow.Office.Dossiers;
using DocFlow.Office.People;

namespace DocFlow.Office.Events;

/// <summary>What an event says, before it is dated and chained.</summary>
internal sealed record ActRecord(string Act)
{
    /// <summary>Null for the system.</summary>
    public Person? Actor { get; init; }

    /// <summary>The account of an administrator, who isn't a person of the office.</summary>
    public string? Account { get; init; }

    public string? PostShown { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? DocumentId { get; init; }

    public string? StepName { get; init; }

    public string? Opinion { get; init; }

    public string? ContentHash { get; init; }

    public int? VersionOrdinal { get; init; }

    public IReadOnlyDictionary<string, string> Detail { get; init; } = new Dictionary<string, string>();

    /// <summary>The act on a document's version.</summary>
    public static ActRecord On(DocumentVersion version, string act) =>
        new(act) { DocumentId = version.DocumentId, ContentHash = version.ContentHash, VersionOrdinal = version.Ordinal };
}
