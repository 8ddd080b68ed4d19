namespace DocFlow.Office.Dossiers;

/// <summary>A file produced from one version.</summary>
public sealed class Rendering
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    public required int VersionOrdinal { get; init; }

    public required RenderingPurpose Purpose { get; init; }

    /// <summary>The file name's extension without its dot: docx or pdf.</summary>
    public required string Format { get; init; }

    /// <summary>What it is called, where a procedure made it (督办通知单 …); empty for the document itself.</summary>
    public string Name { get; init; } = "";

    public required string FileHash { get; set; }

    public required int PageCount { get; set; }

    public required DateTimeOffset At { get; set; }
}
