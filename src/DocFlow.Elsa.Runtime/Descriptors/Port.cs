using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>An outcome, or a place for a child activity.</summary>
/// <param name="Name">What JSON names; never translated.</param>
public sealed record Port(
    string Name,
    string DisplayName,
    [property: JsonConverter(typeof(JsonStringEnumConverter<PortType>))] PortType Type,
    bool IsBrowsable = true);
