namespace DocFlow.Documents.Comparing.Settling;

/// <summary>A version as it was written: its source, and the texts of its annex files by name.</summary>
public sealed record DraftText(string Source, IReadOnlyDictionary<string, string> Files);
