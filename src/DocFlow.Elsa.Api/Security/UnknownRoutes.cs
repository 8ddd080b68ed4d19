using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace DocFlow.Elsa.Api.Security;

/// <summary>
/// What is asked for below Elsa's address and isn't there: callers without a token get 401 and learn nothing, others 404, or 405 with the
/// methods that there are. Never a page to sign in.
/// </summary>
internal static class UnknownRoutes
{
    public static void MapUnknownRoutes(this IEndpointRouteBuilder app) =>
        app.Map($"{ElsaApi.Prefix}/{{**path}}", Answer)
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(ElsaApi.Scheme).RequireAuthenticatedUser())
            .WithOrder(int.MaxValue)
            .ExcludeFromDescription();

    private static IResult Answer(HttpContext context, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith(ElsaApi.Prefix, StringComparison.Ordinal) == true && Fits(endpoint.RoutePattern, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (methods.Count == 0)
            return Results.NotFound();
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private static bool Fits(RoutePattern pattern, PathString path) =>
        new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, []);
}
