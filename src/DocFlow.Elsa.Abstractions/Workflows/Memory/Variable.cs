namespace Elsa.Workflows.Memory;

/// <summary>Names a variable of a workflow or container.</summary>
public class Variable
{
    public Variable()
    {
    }

    public Variable(string name, object? value)
    {
        Id = Name = name;
        Value = value;
    }

    /// <summary>What bindings name.</summary>
    public string Id { get; set; } = "";

    /// <summary>What scripts name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The default.</summary>
    public object? Value { get; set; }
}
