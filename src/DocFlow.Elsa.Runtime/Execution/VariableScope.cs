using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Variables by scope: the nearest container's first, the workflow's last.</summary>
internal sealed class VariableScope(WorkflowDefinition definition)
{
    private readonly Dictionary<string, object?> _values = definition.Variables.ToDictionary(variable => variable.Id, variable => variable.Value);

    /// <summary>The workflow's own values, by id.</summary>
    public Dictionary<string, object?> Values => _values;

    public void Declare(ActivityExecutionContext owner, IReadOnlyList<Variable> variables)
    {
        foreach (var variable in variables)
            owner.Variables[variable.Id] = variable.Value;
    }

    /// <summary>All variables that a context sees, nearest first.</summary>
    public IEnumerable<(Variable Variable, object? Value)> Visible(ActivityExecutionContext? context)
    {
        for (; context is not null; context = context.ParentActivityExecutionContext)
        {
            if (context.Activity is Activities.IContainer container)
            {
                foreach (var variable in container.Variables)
                    yield return (variable, context.Variables.GetValueOrDefault(variable.Id));
            }
        }

        foreach (var variable in definition.Variables)
            yield return (variable, _values.GetValueOrDefault(variable.Id));
    }

    /// <exception cref="InvalidOperationException">No such variable in scope.</exception>
    public void Set(ActivityExecutionContext context, string id, object? value, bool convert)
    {
        var variable = Visible(context).Select(item => item.Variable).FirstOrDefault(variable => variable.Id == id)
            ?? throw new InvalidOperationException($"找不到变量“{id}”。");
        TrySet(context, id, convert ? ValueConversion.ToTypeOrDefault(value, variable.Type) : value);
    }

    public bool TrySet(ActivityExecutionContext? context, string id, object? value)
    {
        for (; context is not null; context = context.ParentActivityExecutionContext)
        {
            if (context.Variables.ContainsKey(id))
            {
                context.Variables[id] = value;
                return true;
            }
        }

        if (!_values.ContainsKey(id))
            return false;
        _values[id] = value;
        return true;
    }
}
