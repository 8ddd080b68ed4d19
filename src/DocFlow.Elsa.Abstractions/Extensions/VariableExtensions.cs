using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace Elsa.Extensions;

/// <summary>Writes variables.</summary>
public static class VariableExtensions
{
    /// <summary>Sets the variable of this name that the activity sees.</summary>
    public static void Set(this Variable variable, ActivityExecutionContext context, object? value) => context.SetVariable(variable.Name, value);
}
