using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace DocFlow.Host.Tests.Safety;

/// <summary>Every route says who may use it, and the API describes itself.</summary>
public sealed class RouteTests(SharedHost shared)
{
    // A calendar program has no sign-in: the address itself is the secret.
    private static readonly string[] Anonymous = ["/feeds/{secret}.ics", "/health/ready", "/openapi/{documentName}.json", "/api/session", "/sign-in", "/sign-in/submit", "/elsa/api/package/version", "/elsa/api/identity/login", "/elsa/api/identity/refresh-token", "/workflows/{**path}"];

    [Fact]
    public void Every_route_names_a_permission_or_is_on_the_short_anonymous_list()
    {
        var unguarded = new List<string>();
        foreach (var endpoint in shared.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var isAnonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var isStaticFile = endpoint.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor");
            var hasPermission = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => !string.IsNullOrEmpty(data.Policy));
            // Files that a build from source has not packed: closed by the fallback policy.
            // What isn't there below Elsa's address: any token will do to learn that (UnknownRouteTests).
            if (route is "/{**path:file}" or "/elsa/{**path}")
                continue;
            if (isAnonymous ? !isStaticFile && !Anonymous.Contains(route) : !hasPermission)
                unguarded.Add(route);
        }

        Assert.Empty(unguarded);
    }

    [Fact]
    public async Task Every_api_route_is_described_in_Chinese_with_schemas_and_refusals()
    {
        using var client = shared.Host.Anyone();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var lacking = new List<string>();
        var count = 0;
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                count++;
                lacking.AddRange(Lacking(operation).Select(what => $"{operation.Name} {path.Name}: {what}"));
            }
        }

        Assert.Empty(lacking);
        var mapped = shared.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Sum(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Count);
        Assert.Equal(mapped, count);
    }

    private static IEnumerable<string> Lacking(JsonProperty operation)
    {
        var value = operation.Value;
        if (!value.TryGetProperty("summary", out var summary) || !summary.GetString()!.Any(character => character is > '\u4E00' and < '\u9FFF'))
            yield return "no Chinese summary";
        var responses = value.GetProperty("responses").EnumerateObject().ToDictionary(response => response.Name, response => response.Value);
        var good = responses.Where(response => response.Key[0] == '2').ToList();
        if (good.Count == 0 || good.Any(response => response.Key != "204" && !response.Value.TryGetProperty("content", out _)))
            yield return "no schema of the answer";
        foreach (var refusal in new[] { "401", "403" }.Concat(value.TryGetProperty("requestBody", out _) ? ["400", "415"] : []))
        {
            if (!responses.TryGetValue(refusal, out var response) || !response.TryGetProperty("content", out var content) || !content.TryGetProperty("application/problem+json", out _))
                yield return $"no {refusal}";
        }
    }
}
