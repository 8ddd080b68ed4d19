namespace Elsa.Workflows.Attributes;

/// <summary>A stimulus property that doesn't take part in matching.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExcludeFromHashAttribute : Attribute;
