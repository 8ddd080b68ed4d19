namespace Elsa.Expressions.Models;

/// <summary>Names a place that holds a value: a variable, for all that activities see.</summary>
public abstract class MemoryBlockReference
{
    /// <summary>What bindings name.</summary>
    public string Id { get; set; } = "";
}
