namespace Elsa.Workflows.Attributes;

/// <summary>Marks a child activity's place.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute : Attribute
{
    public PortAttribute(string? name = null) => Name = name;

    public PortAttribute(string name, string displayName) => (Name, DisplayName) = (name, displayName);

    /// <summary>The property's name when null.</summary>
    public string? Name { get; set; }

    public string? DisplayName { get; set; }
}
