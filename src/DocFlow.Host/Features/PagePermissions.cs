using DocFlow.Host.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Host.Features;

/// <summary>Pages ask for someone of the office unless they say otherwise; signing in is open.</summary>
internal static class PagePermissions
{
    private static readonly string[] Open = ["/sign-in"];

    public static TBuilder WithPagePermissions<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Add(endpoint =>
        {
            var isOpen = endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && Open.Contains(route);
            if (isOpen)
                endpoint.Metadata.Add(new AllowAnonymousAttribute());
            else if (!endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous))
                endpoint.Metadata.Add(new AuthorizeAttribute(Permissions.Work));
        });
        return pages;
    }
}
