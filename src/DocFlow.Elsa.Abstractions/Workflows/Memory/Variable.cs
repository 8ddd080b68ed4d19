using Elsa.Expressions.Models;

namespace Elsa.Workflows.Memory;

/// <summary>Names a variable of a workflow or container.</summary>
public class Variable : MemoryBlockReference
{
    public Variable()
    {
    }

    public Variable(string name, object? value)
    {
        Id = Name = name;
        Value = value;
    }

    /// <summary>What scripts name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The default.</summary>
    public object? Value { get; set; }
}
