namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A place for children that designers know by name and don't draw.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HiddenPortAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
