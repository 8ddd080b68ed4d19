using DocFlow.Host.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Host.Features;

/// <summary>Pages ask for someone of the office unless they say otherwise; signing in is open.</summary>
internal static class PagePermissions
{
    private static readonly string[] Open = ["/sign-in"];

    // What interactive pages are carried by; which page is opened over it is asked at the page.
    private const string Circuit = "/_blazor";

    public static TBuilder WithPagePermissions<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Add(endpoint =>
        {
            var route = (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText ?? "";
            if (Open.Contains(route))
                endpoint.Metadata.Add(new AllowAnonymousAttribute());
            else if (route.StartsWith(Circuit, StringComparison.Ordinal))
                endpoint.Metadata.Add(new AuthorizeAttribute(Permissions.SignedIn));
            else if (!endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous))
                endpoint.Metadata.Add(new AuthorizeAttribute(Permissions.Work));
        });
        return pages;
    }
}
