namespace DocFlow.Office.Dossiers;

/// <summary>A file produced from one version.</summary>
public sealed class Rendering
{
    /// <summary>The <see cref="Format"/> of the text (*.gw.txt) that a procedure's document was drawn from.</summary>
    public const string SourceFormat = "gw.txt";

    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    public required int VersionOrdinal { get; init; }

    public required RenderingPurpose Purpose { get; init; }

    /// <summary>The file name's extension without its dot: docx or pdf; of a document that a procedure makes also its text.</summary>
    public required string Format { get; init; }

    /// <summary>What it is called, where a procedure made it (督办通知单 …); empty for the document itself.</summary>
    public string Name { get; init; } = "";

    public required string FileHash { get; set; }

    public required int PageCount { get; set; }

    public required DateTimeOffset At { get; set; }
}
