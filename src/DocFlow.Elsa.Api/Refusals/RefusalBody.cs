namespace DocFlow.Elsa.Api.Refusals;

/// <summary>Elsa's shape of a refusal.</summary>
internal sealed record RefusalBody(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);
