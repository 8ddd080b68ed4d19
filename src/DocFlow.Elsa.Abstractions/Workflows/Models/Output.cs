using Elsa.Workflows.Memory;

namespace Elsa.Workflows.Models;

/// <summary>An output of an activity, bound to a variable's id or a workflow output's name.</summary>
public abstract class Output(string? target)
{
    internal string? Target { get; } = target;
}

/// <inheritdoc />
public class Output<T> : Output
{
    public Output()
        : base(null)
    {
    }

    public Output(Variable variable)
        : base(variable.Id)
    {
    }

    internal Output(string target)
        : base(target)
    {
    }
}
