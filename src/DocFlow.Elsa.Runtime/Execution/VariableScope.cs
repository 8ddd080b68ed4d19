using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Flowcharts;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Variables by scope: those of the nearest container first, the workflow's last.</summary>
internal static class VariableScope
{
    public static void Declare(ActivityExecutionContext owner, IReadOnlyList<VariableDefinition> variables)
    {
        foreach (var variable in variables)
            owner.Variables[variable.Id] = variable.Value;
    }

    /// <summary>Gives a scheduled execution variables of its own. One of the same name further out is overwritten too, as in Elsa.</summary>
    public static void DeclareDynamic(ActivityExecutionContext context, IEnumerable<(string Name, object? Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
            {
                if (above.HasDynamicVariables && above.DynamicVariables.ContainsKey(name))
                    above.DynamicVariables[name] = value;
            }

            context.DynamicVariables[name] = value;
        }
    }

    /// <summary>All variables that a context sees, nearest first; names may repeat.</summary>
    public static IEnumerable<ScopedVariable> Visible(ActivityExecutionContext? context)
    {
        for (; context is not null; context = context.ParentActivityExecutionContext)
        {
            if (context.Activity is IContainer container)
            {
                var scope = context.Variables;
                // Those of a workflow used as an activity open only when its inputs are known.
                foreach (var variable in container.Variables.Where(variable => scope.ContainsKey(variable.Id)))
                    yield return new ScopedVariable(context, variable.Id, variable.Name, variable.Type, scope);
            }

            if (!context.HasDynamicVariables)
                continue;
            foreach (var name in context.DynamicVariables.Keys)
                yield return new ScopedVariable(context, name, name, typeof(object), context.DynamicVariables);
        }
    }

    public static ScopedVariable? FindByName(ActivityExecutionContext context, string name) => Visible(context).FirstOrDefault(variable => variable.Name == name);

    /// <summary>Sets a variable by its id, converted to its type.</summary>
    /// <exception cref="InvalidOperationException">No such variable in scope.</exception>
    public static void SetById(ActivityExecutionContext context, string id, object? value)
    {
        var variable = Visible(context).FirstOrDefault(variable => variable.Id == id) ?? throw NotFound(id);
        variable.Value = ValueConversion.ToTypeOrDefault(value, variable.Type);
    }

    /// <summary>The nearest execution, its own included, that may hold variables: a sequence, a flowchart, a parallel, a workflow.</summary>
    public static ActivityExecutionContext HolderFor(ActivityExecutionContext context)
    {
        var holder = context;
        while (holder.Activity is not (Sequence or Flowchart or Activities.Parallel or WorkflowActivity or IComposite) && holder.ParentActivityExecutionContext is { } above)
            holder = above;
        return holder;
    }

    /// <summary>Sets a variable by name; one that isn't known yet comes to live in the nearest execution that may hold variables.</summary>
    public static void SetByName(ActivityExecutionContext context, string name, object? value)
    {
        if (FindByName(context, name) is { } variable)
        {
            variable.Value = value;
            return;
        }

        HolderFor(context).DynamicVariables[name] = value;
    }

    public static InvalidOperationException NotFound(string id) => new($"Variable '{id}' not found（找不到变量“{id}”）。");
}

/// <summary>A variable as a context sees it.</summary>
internal sealed class ScopedVariable(ActivityExecutionContext holder, string id, string name, Type type, Dictionary<string, object?> values)
{
    public ActivityExecutionContext Holder { get; } = holder;

    public string Id { get; } = id;

    public string Name { get; } = name;

    public Type Type { get; } = type;

    public object? Value
    {
        get => values.GetValueOrDefault(Id);
        set => values[Id] = value;
    }
}
