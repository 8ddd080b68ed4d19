using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Where parents wait for children, and what they are given when one is over.</summary>
internal static class ChildBookmarks
{
    public const string Dispatch = "Elsa.DispatchWorkflow";
    public const string Execute = "Elsa.ExecuteWorkflow";
    public const string BulkDispatch = "Elsa.BulkDispatchWorkflows";

    public const string InstanceInput = "WorkflowInstanceId";
    public const string StatusInput = "WorkflowStatus";
    public const string SubStatusInput = "WorkflowSubStatus";
    public const string OutputInput = "WorkflowOutput";

    /// <summary>Names the definition of a child that could not start.</summary>
    public const string RefusedInput = "CannotStartWorkflow";

    public static IReadOnlyList<string> HashesOf(string parentInstanceId, string childInstanceId) =>
    [
        BookmarkHash.Of(Dispatch, new ChildStimulus(childInstanceId)),
        BookmarkHash.Of(Execute, new ChildStimulus(childInstanceId)),
        BookmarkHash.Of(BulkDispatch, new ChildrenStimulus(parentInstanceId)),
    ];
}

/// <summary>The child that is waited for.</summary>
internal sealed record ChildStimulus(string ChildInstanceId);

/// <summary>All children that a bulk dispatch started.</summary>
internal sealed record ChildrenStimulus(string ParentInstanceId)
{
    [ExcludeFromHash]
    public long ScheduledInstanceIdsCount { get; init; }
}
