using System.Globalization;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>What a child that is over tells the parent that waits for it.</summary>
public static class ChildCompletions
{
    /// <summary>The input that says by how many bursts an event came; nothing that workflows see.</summary>
    public const string GenerationInput = "DocFlow:Generation";

    private const string Parent = "ParentInstanceId";
    private const string Waits = "WaitForCompletion";
    private const string Generation = "Generation";

    // A chain that starts itself once a day lasts for years; one that starts itself at once comes to its end.
    private const int MostGenerations = 1000;

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

    /// <summary>The generation of what an instance starts or publishes.</summary>
    /// <exception cref="InvalidOperationException">It is too far from the first: the workflow most likely starts itself without end.</exception>
    internal static int NextGeneration(WorkflowExecutionContext parent)
    {
        var own = parent.Properties.TryGetValue(Generation, out var kept) ? Convert.ToInt32(kept, CultureInfo.InvariantCulture) : 0;
        return own < MostGenerations
            ? own + 1
            : throw new InvalidOperationException($"流程已逐级启动{MostGenerations}次，可能在不停地启动自己，已停止。");
    }

    internal static void GoOnFrom(WorkflowExecutionContext context, object? generation)
    {
        if (generation is not null)
            context.Properties[Generation] = Convert.ToInt32(generation, CultureInfo.InvariantCulture);
    }

    internal static void Mark(WorkflowExecutionContext child, string? parentInstanceId, bool parentWaits, int generation)
    {
        if (parentInstanceId is null)
            return;
        child.Properties[Parent] = parentInstanceId;
        child.Properties[Generation] = generation;
        if (parentWaits)
            child.Properties[Waits] = true;
    }
}
