namespace DocFlow.Persistence.Engine;

/// <summary>Names a stored version and the text that it has now.</summary>
internal sealed record DefinitionKey(long RowId, string Hash, string VersionId, int Number);
