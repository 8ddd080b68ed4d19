namespace DocFlow.Persistence.Engine;

/// <summary>How a work item's bookmark is found; the host knows the activities that create it.</summary>
/// <param name="HashOf">From the work item's id to the bookmark's hash.</param>
/// <param name="OutcomeInput">The input that carries the outcome.</param>
/// <param name="Name">The name that all bookmarks of work items have.</param>
public sealed record WorkItemBookmark(Func<string, string> HashOf, string OutcomeInput, string Name = "WorkItem");
