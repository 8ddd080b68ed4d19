using DocFlow.Documents.Source;

namespace DocFlow.Documents.Templates;

/// <summary>A template with its data put in, or why it can't be.</summary>
/// <param name="Source">The source text; null when there is a problem.</param>
public sealed record FilledTemplate(string? Source, SourceProblem? Problem);
