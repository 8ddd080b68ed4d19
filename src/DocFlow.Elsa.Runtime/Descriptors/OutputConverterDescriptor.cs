using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>A conversion between an output and what it is bound to.</summary>
public sealed record OutputConverterDescriptor(string Id, string SourceTypeName, string ResultTypeName, string DisplayName, string? Description, JsonNode? SettingsSchema);
