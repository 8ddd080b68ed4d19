namespace DocFlow.Documents.Comparing;

/// <summary>A note on a paragraph (批注).</summary>
/// <param name="Paragraph">The paragraph's words, as either version has them; where neither does, the note stands at the end and cites it.</param>
/// <param name="Words">What it says, by paragraphs.</param>
public sealed record RedlineComment(string Paragraph, RevisionAuthor Author, IReadOnlyList<string> Words);
