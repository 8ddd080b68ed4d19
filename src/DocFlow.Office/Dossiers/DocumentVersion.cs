using DocFlow.Office.People;

namespace DocFlow.Office.Dossiers;

/// <summary>One text of a document. While it is a draft there is one, changed in place; each change under review makes the next.</summary>
public sealed class DocumentVersion
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The source text (*.gw.txt).</summary>
    public required string SourceText { get; set; }

    /// <summary>The SM3 over source and attachments, 64 hexadecimal digits.</summary>
    public required string ContentHash { get; set; }

    public required string AuthorId { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>What was changed, in the author's words.</summary>
    public string? Note { get; set; }

    public Person? Author { get; init; }
}
