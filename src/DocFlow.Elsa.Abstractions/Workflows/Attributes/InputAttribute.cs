namespace Elsa.Workflows.Attributes;

/// <summary>How designers see an input.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Category { get; set; }

    public string? UIHint { get; set; }

    public float Order { get; set; }

    public object? DefaultValue { get; set; }

    public object? Options { get; set; }

    /// <summary>False for an input that the activity evaluates itself, at each turn.</summary>
    public bool AutoEvaluate { get; set; } = true;
}
