using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Elsa.Extensions;

/// <summary>What activities ask of their context.</summary>
public static class ActivityExecutionContextExtensions
{
    /// <summary>A value of the burst's input; the type's default when there is none.</summary>
    public static T? GetWorkflowInput<T>(this ActivityExecutionContext context, string key) => context.TryGetWorkflowInput<T>(key, out var value) ? value : default;

    public static bool TryGetWorkflowInput<T>(this ActivityExecutionContext context, string key, out T value)
    {
        if (context.WorkflowInput.TryGetValue(key, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Whether this activity is the trigger that started the workflow in this burst.</summary>
    public static bool IsTriggerOfWorkflow(this ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.Engine.TriggerNodeId is { } trigger && trigger == context.Activity.NodeId;

    /// <summary>Sets the activity's Result output.</summary>
    public static void SetResult(this ActivityExecutionContext context, object? value)
    {
        var output = context.Activity is IActivityWithResult withResult ? withResult.Result : throw new InvalidOperationException("The activity has no Result.");
        context.WorkflowExecutionContext.Engine.SetOutput(context, "Result", output?.Target, value);
    }

    /// <summary>The value of the nearest variable of a name; the type's default when there is none.</summary>
    public static T? GetVariable<T>(this ActivityExecutionContext context, string name) =>
        context.WorkflowExecutionContext.Engine.GetVariable(context, name) is T value ? value : default;

    public static void SetVariable(this ActivityExecutionContext context, string name, object? value) =>
        context.WorkflowExecutionContext.Engine.SetVariable(context, name, value);
}
