namespace DocFlow.Documents.Model;

/// <summary>One piece of a body: a paragraph, a table or a forced new page.</summary>
/// <param name="SourceLine">The line of the source that it starts on, from 1; 0 when it has no source.</param>
public abstract record BodyBlock(int SourceLine);

/// <summary>A paragraph, as typed without its leading spaces.</summary>
/// <param name="Level">The level that its marker gives it.</param>
/// <param name="HeadingLength">
/// How many characters from the start are set as heading: the whole text of a heading on its own row, the part up to and with
/// its “。” when text runs on in the same paragraph, 0 without a marker.
/// </param>
/// <param name="Text">The text with its marker.</param>
public sealed record Paragraph(int SourceLine, HeadingLevel Level, int HeadingLength, string Text) : BodyBlock(SourceLine);

/// <summary>A simple table: the first row is its head.</summary>
/// <param name="Rows">Rows of cells; every row has as many cells as the first.</param>
public sealed record SimpleTable(int SourceLine, IReadOnlyList<IReadOnlyList<string>> Rows) : BodyBlock(SourceLine);

/// <summary>What follows starts on a new page (“[页]”).</summary>
public sealed record PageBreak(int SourceLine) : BodyBlock(SourceLine);
