namespace DocFlow.Elsa.Runtime.Http;

/// <summary>The template that a path fits, and what its parameters hold.</summary>
public sealed record HttpRouteMatch(string Template, IReadOnlyDictionary<string, object> Values);
