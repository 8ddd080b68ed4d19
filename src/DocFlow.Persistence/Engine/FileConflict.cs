namespace DocFlow.Persistence.Engine;

/// <summary>A file and a designer changed the same definition; the file waits as a draft.</summary>
public sealed record FileConflict(string DefinitionId, string? Name, int DraftNumber, DateTimeOffset At);
