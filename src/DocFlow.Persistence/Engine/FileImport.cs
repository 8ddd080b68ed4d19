namespace DocFlow.Persistence.Engine;

/// <summary>What became of a file that defines a workflow.</summary>
/// <param name="Number">The version that holds it; null when it was taken before.</param>
/// <param name="IsConflict">A designer had changed the definition as well: the file is a draft, and what runs stays.</param>
public readonly record struct FileImport(int? Number, bool IsConflict);
