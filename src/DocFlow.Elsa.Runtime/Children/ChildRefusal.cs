using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>A child that its activation strategy keeps from coming to be: the activity that waits for it faults, or it would wait for ever.</summary>
public static class ChildRefusal
{
    public static InvalidOperationException Of(string definitionId) =>
        new($"The activation strategy of workflow definition {definitionId} allows no new instance now（流程“{definitionId}”的启动策略现在不允许再启动一个实例）。");

    /// <summary>What to deliver to the parent in place of the child's end.</summary>
    public static ChildCompletion For(string parentInstanceId, string childInstanceId, string definitionId) => new(
        parentInstanceId,
        ChildBookmarks.HashesOf(parentInstanceId, childInstanceId),
        new Dictionary<string, object?> { [ChildBookmarks.InstanceInput] = childInstanceId, [ChildBookmarks.RefusedInput] = definitionId });

    /// <exception cref="InvalidOperationException">The parent goes on because its child was refused.</exception>
    internal static void ThrowIfAny(ActivityExecutionContext context)
    {
        if (context.WorkflowInput.TryGetValue(ChildBookmarks.RefusedInput, out var definitionId))
            throw Of(definitionId.ToString()!);
    }
}
