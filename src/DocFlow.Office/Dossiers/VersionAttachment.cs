namespace DocFlow.Office.Dossiers;

/// <summary>An annex file that a version's source names.</summary>
public sealed class VersionAttachment
{
    public required string Id { get; init; }

    public required string DocumentVersionId { get; init; }

    /// <summary>The file's name as the source gives it.</summary>
    public required string Name { get; init; }

    public required string FileHash { get; init; }
}
