namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>An input of an activity type.</summary>
public sealed record InputDescriptor
{
    public required string Name { get; init; }

    /// <summary>The alias of the value's type.</summary>
    public required string TypeName { get; init; }

    public required string DisplayName { get; init; }

    public string? Description { get; init; }

    public float Order { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsSerializable { get; init; } = true;

    /// <summary>Whether it has no property of its own: an input of a workflow that is used as an activity.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Whether it takes expressions; otherwise its JSON is the value itself.</summary>
    public bool IsWrapped { get; init; } = true;

    public required string UiHint { get; init; }

    /// <summary>The tab in the designer; the first one when null.</summary>
    public string? Category { get; init; }

    public object? DefaultValue { get; init; }

    public string? DefaultSyntax { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsSensitive { get; init; }

    public bool AutoEvaluate { get; init; } = true;

    public string? StorageDriverType { get; init; }

    /// <summary>What the editor is given, by kind of editor.</summary>
    public IReadOnlyDictionary<string, object> UiSpecifications { get; init; } = new Dictionary<string, object>();
}
