namespace DocFlow.Office.Outbox;

/// <summary>Run a document's procedure again from its start; the office passes the steps before the one that it was moved to.</summary>
/// <param name="DefinitionVersion">The version to go on with; null for the same.</param>
internal sealed record RestartMessage(string InstanceId, string DocumentId, int? DefinitionVersion);
