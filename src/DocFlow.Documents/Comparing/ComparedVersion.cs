using DocFlow.Documents.Model;

namespace DocFlow.Documents.Comparing;

/// <summary>A version of a document, and who made it.</summary>
public sealed record ComparedVersion(OfficialDocument Document, RevisionAuthor Author);

/// <summary>Whom a change is put down to.</summary>
/// <param name="Name">The person with the step: 周亦凡（核稿）.</param>
/// <param name="At">When, by the office's own clock: Word shows it as it stands in the file.</param>
public sealed record RevisionAuthor(string Name, DateTimeOffset At);
