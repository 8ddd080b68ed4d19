namespace Elsa.Workflows.Attributes;

/// <summary>How designers see an input.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>The property's name when null.</summary>
    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Category { get; set; }

    /// <summary>The editor: one of <see cref="UIHints.InputUIHints"/>.</summary>
    public string? UIHint { get; set; }

    public float Order { get; set; }

    public object? DefaultValue { get; set; }

    /// <summary>An <see cref="IActivityPropertyDefaultValueProvider"/>.</summary>
    public Type? DefaultValueProvider { get; set; }

    /// <summary>The expression type that the designer starts with; literal when null.</summary>
    public string? DefaultSyntax { get; set; }

    /// <summary>The choices of a drop-down or check list that never change.</summary>
    public object? Options { get; set; }

    public bool IsReadOnly { get; set; }

    public bool IsBrowsable { get; set; } = true;

    /// <summary>False keeps the value out of the journal.</summary>
    public bool IsSerializable { get; set; } = true;

    /// <summary>Whether the value may be a secret: it is kept out of the journal, too.</summary>
    public bool CanContainSecrets { get; set; }

    /// <summary>An <see cref="IPropertyUIHandler"/> that gives the editor what it shows.</summary>
    public Type? UIHandler { get; set; }

    public Type[]? UIHandlers { get; set; }

    /// <summary>False for an input that the activity evaluates itself, at each turn.</summary>
    public bool AutoEvaluate { get; set; } = true;
}
