using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>What a child that is over tells the parent that waits for it.</summary>
public static class ChildCompletions
{
    private const string Parent = "ParentInstanceId";
    private const string Waits = "WaitForCompletion";

    /// <summary>
    /// What to deliver to the parent; null when nobody waits or the child isn't over. A faulted child resumes its parent too, a cancelled
    /// one doesn't: the parent then waits for ever, as in Elsa.
    /// </summary>
    public static ChildCompletion? Of(InstanceState child)
    {
        if (child.Status != WorkflowStatus.Finished || child.SubStatus == WorkflowSubStatus.Cancelled || child.ParentInstanceId is not { } parent)
            return null;
        if (child.Properties.GetValueOrDefault(Waits)?.GetValueKind() != System.Text.Json.JsonValueKind.True)
            return null;
        return new ChildCompletion(parent, ChildBookmarks.HashesOf(parent, child.Id), new Dictionary<string, object?>
        {
            [ChildBookmarks.InstanceInput] = child.Id,
            [ChildBookmarks.StatusInput] = child.Status.ToString(),
            [ChildBookmarks.SubStatusInput] = child.SubStatus.ToString(),
            [ChildBookmarks.OutputInput] = child.Output.ToDictionary(output => output.Key, output => ValueConversion.FromNode(output.Value)),
        });
    }

    internal static void Mark(WorkflowExecutionContext child, string? parentInstanceId, bool parentWaits)
    {
        if (parentInstanceId is null)
            return;
        child.Properties[Parent] = parentInstanceId;
        if (parentWaits)
            child.Properties[Waits] = true;
    }
}
