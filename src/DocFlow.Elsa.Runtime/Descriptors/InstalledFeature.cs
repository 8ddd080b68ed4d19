namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A part of Elsa that is there. Other projects register theirs as services of this type.</summary>
public sealed record InstalledFeature(string Name, string Namespace, string DisplayName, string Description)
{
    public string FullName => $"{Namespace}.{Name}";
}
