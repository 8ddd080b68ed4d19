using DocFlow.Office.Opinions;

namespace DocFlow.Office.ParagraphNotes;

/// <summary>The notes on a document's paragraphs.</summary>
/// <param name="CurrentVersion">The text that stands now.</param>
/// <param name="Paragraphs">Its paragraphs, in reading order.</param>
/// <param name="Rows">In the order of the paragraphs; those whose paragraph has changed come last.</param>
/// <param name="MayAdd">Whether this person may note something now.</param>
/// <param name="MayAnswer">Whether this person may answer notes now.</param>
public sealed record ParagraphNoteSheet(
    int CurrentVersion, IReadOnlyList<NotedParagraph> Paragraphs, IReadOnlyList<ParagraphNoteRow> Rows, bool MayAdd, bool MayAnswer);

/// <summary>A paragraph.</summary>
/// <param name="Place">正文, or which annex.</param>
public sealed record NotedParagraph(int Index, string Place, string Text);

/// <summary>One note.</summary>
/// <param name="Index">Where its paragraph stands in the current text; null when it has changed or gone.</param>
/// <param name="VersionOrdinal">The text that it was written on (第n稿).</param>
/// <param name="MayRemove">Whether this person may take it back.</param>
public sealed record ParagraphNoteRow(
    string NoteId,
    int? Index,
    string Place,
    string Paragraph,
    int VersionOrdinal,
    string AuthorName,
    string PostShown,
    string StepName,
    string Text,
    DateTimeOffset At,
    bool MayRemove,
    Adoption? Adoption,
    string? Reason,
    string? AnsweredByName,
    DateTimeOffset? AnsweredAt);
