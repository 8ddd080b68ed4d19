namespace Elsa.Workflows.Attributes;

/// <summary>How designers see an output.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>The property's name when null.</summary>
    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public bool IsBrowsable { get; set; } = true;

    public bool IsSerializable { get; set; } = true;
}
