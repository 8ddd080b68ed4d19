using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Inputs as an expression sees them: those of the workflow-as-activity around it before the workflow's own.</summary>
internal static class CompositeInputs
{
    public static object? Find(WorkflowEngine engine, ActivityExecutionContext context, string name)
    {
        for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
        {
            if (above.Activity is IComposite composite && composite.Inputs.FirstOrDefault(input => input.Name == name) is not null)
                return above.Variables.GetValueOrDefault(name);
        }

        return engine.Inputs.GetValueOrDefault(name);
    }

    public static IReadOnlyDictionary<string, object?> All(WorkflowEngine engine, ActivityExecutionContext context)
    {
        Dictionary<string, object?>? all = null;
        for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
        {
            foreach (var input in (above.Activity as IComposite)?.Inputs ?? [])
                (all ??= []).TryAdd(input.Name, above.Variables.GetValueOrDefault(input.Name));
        }

        if (all is null)
            return engine.Inputs;
        foreach (var (name, value) in engine.Inputs)
            all.TryAdd(name, value);
        return all;
    }
}
