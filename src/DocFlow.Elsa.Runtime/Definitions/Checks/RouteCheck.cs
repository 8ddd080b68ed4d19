using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>Endpoints of one definition that would start it by the same path and method.</summary>
internal static class RouteCheck
{
    public static void Run(WorkflowDefinition definition, FindingList findings)
    {
        var taken = new Dictionary<(string Shape, string Method), HttpEndpoint>();
        foreach (var endpoint in definition.Nodes.Values.OfType<HttpEndpoint>().Where(Starts))
        {
            if (ActivityCheck.Literal(endpoint.Path) is not { } path || ShapeOf(path) is not { } shape)
                continue;
            foreach (var method in MethodsOf(endpoint))
            {
                if (!taken.TryAdd((shape, method), endpoint) && taken[(shape, method)] != endpoint)
                    findings.Error(endpoint, $"“{FindingList.Shown(endpoint)}”与“{FindingList.Shown(taken[(shape, method)])}”的路径和方法相同（{method.ToUpperInvariant()} {path}）。");
            }
        }
    }

    private static bool Starts(HttpEndpoint endpoint) => endpoint.CustomProperties.TryGetValue("canStartWorkflow", out var marked) && marked is true;

    private static string? ShapeOf(string path)
    {
        try
        {
            return HttpRoute.Parse(path).Shape;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> MethodsOf(HttpEndpoint endpoint)
    {
        if (endpoint.SupportedMethods?.Expression is not { } expression)
            return ["get"];
        var value = expression.Value is JsonElement { ValueKind: JsonValueKind.Array } array ? array.GetRawText() : expression.Value?.ToString();
        return expression.Type is "Literal" or "Object" or "Json" && ValueConversion.ToTypeOrDefault(value, typeof(List<string>)) is List<string> { Count: > 0 } methods
            ? HttpEndpoint.MethodNames(methods)
            : [];
    }
}
