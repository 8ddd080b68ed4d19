using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Elsa.Api.Refusals;

/// <summary>Elsa's shape of a refusal.</summary>
/// <param name="Findings">When a definition was refused: what is wrong with it, each with its activity.</param>
internal sealed record RefusalBody(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors, IReadOnlyList<DefinitionFinding>? Findings = null);
