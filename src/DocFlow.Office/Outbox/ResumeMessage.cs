namespace DocFlow.Office.Outbox;

/// <summary>Go on after a work item.</summary>
internal sealed record ResumeMessage(string InstanceId, string WorkItemId, string Outcome, string? DocumentId = null);
