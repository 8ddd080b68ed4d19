namespace Elsa.Workflows.Attributes;

/// <summary>An activity's identity and how designers see it. Two strings are namespace and description; three add the category between.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ActivityAttribute : Attribute
{
    public ActivityAttribute()
    {
    }

    public ActivityAttribute(string @namespace, string? description = null)
    {
        Namespace = @namespace;
        Category = @namespace;
        Description = description;
    }

    public ActivityAttribute(string @namespace, string? category, string? description)
    {
        Namespace = @namespace;
        Category = category;
        Description = description;
    }

    public string? Namespace { get; set; }

    public string? Type { get; set; }

    public int Version { get; set; } = 1;

    public string? Category { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public ActivityKind Kind { get; set; } = ActivityKind.Action;

    public bool RunAsynchronously { get; set; }
}
