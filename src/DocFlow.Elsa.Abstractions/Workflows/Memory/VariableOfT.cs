using Elsa.Extensions;

namespace Elsa.Workflows.Memory;

/// <inheritdoc />
public class Variable<T> : Variable
{
    public Variable(string name, T value)
        : base(name, value)
    {
    }

    /// <summary>The value of the variable of this name that the activity sees.</summary>
    public T? Get(ActivityExecutionContext context) => context.GetVariable<T>(Name);
}
