namespace DocFlow.Office.Outbox;

/// <summary>Start a procedure for a document.</summary>
internal sealed record StartMessage(string DefinitionId, string InstanceId, string DocumentId);
