using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Finds which path template a request's path is for. Templates are those of stored triggers and open bookmarks.</summary>
public sealed class HttpRouteMatcher
{
    private readonly List<HttpRoute> _routes;

    /// <param name="templates">As in <see cref="HttpEndpointStimulus.Path"/>; one that can't be read matches nothing.</param>
    public HttpRouteMatcher(IEnumerable<string> templates) =>
        _routes = [.. templates.Distinct().Select(TryParse).OfType<HttpRoute>().OrderBy(route => route.Precedence, StringComparer.Ordinal).ThenBy(route => route.Template, StringComparer.Ordinal)];

    /// <summary>The template that fits best, with the values of its parameters; null when none fits.</summary>
    /// <param name="path">Below the workflows' base path, decoded.</param>
    public HttpRouteMatch? Match(string path)
    {
        foreach (var route in _routes)
        {
            if (route.Match(path) is { } values)
                return new HttpRouteMatch(route.Template, values);
        }

        return null;
    }

    /// <summary>The hash by which triggers and bookmarks of a template and method are found.</summary>
    public static string HashOf(string template, string method) => BookmarkHash.Of(HttpEndpoint.TypeName, new HttpEndpointStimulus(template, method.ToLowerInvariant()));

    /// <summary>The same for templates that match the same paths, whatever their parameters are called; the template itself when it can't be read.</summary>
    public static string ShapeOf(string template) => TryParse(template)?.Shape ?? template;

    private static HttpRoute? TryParse(string template)
    {
        try
        {
            return HttpRoute.Parse(template);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
