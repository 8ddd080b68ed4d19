using System.Text.Json;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Finds mistakes in a definition that the engine doesn't know of.</summary>
/// <param name="definition">The whole definition.</param>
/// <returns>Each with its place in the JSON and its reason in Chinese.</returns>
public delegate IEnumerable<(string Path, string Message)> DefinitionCheck(JsonElement definition);
