using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A variable of an instance.</summary>
public sealed record InstanceVariable(string Id, string Name, JsonNode? Value);
