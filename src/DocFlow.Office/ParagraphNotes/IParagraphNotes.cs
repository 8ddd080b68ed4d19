using DocFlow.Documents.Comparing;
using DocFlow.Office.Opinions;

namespace DocFlow.Office.ParagraphNotes;

/// <summary>Reviewers' notes on single paragraphs (批注), and what the drafter made of them.</summary>
public interface IParagraphNotes
{
    /// <exception cref="RefusalException">There is no such document, or it doesn't concern the person.</exception>
    Task<ParagraphNoteSheet> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Notes something on a paragraph, by whoever has the work in hand. The same press repeated gives the same note.</summary>
    /// <exception cref="RefusalException">Nothing to decide on now, another text than the one that was seen, no such paragraph, or no words.</exception>
    Task<string> AddAsync(string personId, string documentId, NewParagraphNote note, CancellationToken cancellationToken = default);

    /// <summary>Takes one's own note back while nobody has answered it; the trace keeps that it was there.</summary>
    Task RemoveAsync(string personId, string documentId, string noteId, CancellationToken cancellationToken = default);

    /// <summary>The drafter's answer, until the document is signed. The same answer again changes nothing.</summary>
    /// <param name="reason">Required unless it is adopted.</param>
    Task AnswerAsync(string personId, string documentId, string noteId, Adoption adoption, string? reason, CancellationToken cancellationToken = default);

    /// <summary>The notes on the texts from one to another, as comments of a comparison (花脸稿).</summary>
    Task<IReadOnlyList<RedlineComment>> ReadCommentsAsync(string personId, string documentId, int from, int to, CancellationToken cancellationToken = default);
}

/// <summary>A note to be made.</summary>
/// <param name="ReadVersion">The ordinal of the text that was seen.</param>
/// <param name="Paragraph">Its index in <see cref="ParagraphNoteSheet.Paragraphs"/>.</param>
public sealed record NewParagraphNote(int ReadVersion, int Paragraph, string Text);
