using DocFlow.Office.Opinions;
using DocFlow.Office.People;

namespace DocFlow.Office.ParagraphNotes;

/// <summary>A reviewer's note on one paragraph (批注). It keeps the paragraph's words: where the text changes, it still says what it was about.</summary>
public sealed class ParagraphNote : IVersioned
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>The text that it was written on (第n稿).</summary>
    public required int VersionOrdinal { get; init; }

    /// <summary>正文, or which annex.</summary>
    public required string Place { get; init; }

    /// <summary>The paragraph's words.</summary>
    public required string Paragraph { get; init; }

    public required string AuthorId { get; init; }

    public required string PostShown { get; init; }

    public required string StepName { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the drafter made of it; null while unanswered.</summary>
    public Adoption? Adoption { get; set; }

    /// <summary>Required unless it is adopted.</summary>
    public string? Reason { get; set; }

    public string? AnsweredById { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public int Version { get; set; }

    public Person? Author { get; init; }
}
