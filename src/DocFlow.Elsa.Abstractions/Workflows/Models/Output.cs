using Elsa.Expressions.Models;

namespace Elsa.Workflows.Models;

/// <summary>An output of an activity, bound to a variable's id or a workflow output's name.</summary>
public abstract class Output
{
    private protected Output(string? target) => Target = target;

    internal string? Target { get; }
}

/// <inheritdoc />
public class Output<T> : Output
{
    public Output()
        : base(null)
    {
    }

    public Output(MemoryBlockReference memoryBlockReference)
        : base(memoryBlockReference.Id)
    {
    }

    internal Output(string target)
        : base(target)
    {
    }
}
