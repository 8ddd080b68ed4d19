using System.Text.Json.Serialization;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>An activity type as designers see it. Type name and version together are unique.</summary>
public sealed record ActivityDescriptor
{
    public required string TypeName { get; init; }

    public string? Namespace { get; init; }

    public required string Name { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>The group in the designer's list.</summary>
    public required string Category { get; init; }

    public required string DisplayName { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    [JsonConverter(typeof(JsonStringEnumConverter<ActivityKind>))]
    public ActivityKind Kind { get; init; }

    public bool RunAsynchronously { get; init; }

    /// <summary>Fixed outcomes and places for child activities; none means that designers draw a single Done.</summary>
    public IReadOnlyList<Port> Ports { get; init; } = [];

    public IReadOnlyDictionary<string, object> CustomProperties { get; init; } = new Dictionary<string, object>();

    /// <summary>Properties that a new activity of this type starts with.</summary>
    public IReadOnlyDictionary<string, object> ConstructionProperties { get; init; } = new Dictionary<string, object>();

    public bool IsContainer { get; init; }

    /// <summary>Whether the designer's list shows it.</summary>
    public bool IsBrowsable { get; init; } = true;

    public bool IsStart { get; init; }

    public bool IsTerminal { get; init; }
}
